namespace Common.Tool.Incubator.Copies;

/// <summary>Says how a file in a copy differs from the pristine one.</summary>
internal enum FileStatus
{
    /// <summary>Not at all.</summary>
    Unchanged,

    /// <summary>In its layout only.</summary>
    Reformatted,

    /// <summary>By an edit that was accepted.</summary>
    Accepted,

    /// <summary>By an edit.</summary>
    Edited,

    /// <summary>It lies elsewhere in the copy's folder.</summary>
    Moved,

    /// <summary>It is gone.</summary>
    Missing,

    /// <summary>It is in the copy's folder, but not in the lock.</summary>
    Unlisted,
}
