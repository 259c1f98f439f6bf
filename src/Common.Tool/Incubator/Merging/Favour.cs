namespace Common.Tool.Incubator.Merging;

/// <summary>Says what becomes of lines that both sides changed.</summary>
internal enum Favour
{
    /// <summary>Both versions, between markers.</summary>
    Markers,

    /// <summary>The service's version.</summary>
    Ours,

    /// <summary>Upstream's version.</summary>
    Theirs,
}
