using Common.Tool.Incubator.Consumer;

namespace Common.Tool.Incubator.Copies;

/// <summary>The state of one file of a copy.</summary>
/// <param name="Path">Its path in the project, as the lock has it.</param>
/// <param name="Status">How it differs.</param>
/// <param name="Entry">Its entry in the lock; none for a file that is not listed.</param>
/// <param name="MovedTo">Where it lies now, if it was moved.</param>
internal sealed record FileState(
    string Path,
    FileStatus Status,
    LockedFile? Entry,
    string? MovedTo = null
)
{
    /// <summary>Whether someone should look at it.</summary>
    public bool IsDrift =>
        Status
            is FileStatus.Edited
                or FileStatus.Missing
                or FileStatus.Unlisted
                or FileStatus.Moved;

    /// <summary>Where the file lies.</summary>
    public string Current => MovedTo ?? Path;
}
