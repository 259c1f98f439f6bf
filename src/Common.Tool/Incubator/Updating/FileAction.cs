namespace Common.Tool.Incubator.Updating;

/// <summary>Says what an update does with a file.</summary>
internal enum FileAction
{
    /// <summary>Nothing: upstream has not changed it.</summary>
    Kept,

    /// <summary>Upstream's new version takes its place.</summary>
    Updated,

    /// <summary>The service's edits and upstream's were merged.</summary>
    Merged,

    /// <summary>It is new upstream.</summary>
    Added,

    /// <summary>It is gone upstream.</summary>
    Removed,

    /// <summary>Both sides changed the same lines, or one changed what the other deleted.</summary>
    Conflict,
}
