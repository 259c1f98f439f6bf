namespace Common.Tool.Deprecations.Uses;

/// <summary>How near the end of what is used is: each is worse than the one before.</summary>
internal enum Stage
{
    /// <summary>The next major release still has it.</summary>
    Deprecated,

    /// <summary>The referenced release is the last that has it.</summary>
    LastRelease,

    /// <summary>The release that <c>--to</c> names does not have it.</summary>
    GoneInTarget,

    /// <summary>The referenced release does not have it any more.</summary>
    Removed,
}
