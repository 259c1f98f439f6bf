using Common.Tool.Incubator.Consumer;

namespace Common.Tool.Incubator.Updating;

/// <summary>What an update does with one module.</summary>
/// <param name="Module">The module.</param>
/// <param name="From">Its version before; <see langword="null"/> for a module that comes in as a dependency.</param>
/// <param name="Lock">Its new record.</param>
/// <param name="Files">What happens to its files.</param>
internal sealed record ModuleUpdate(
    string Module,
    string? From,
    LockedModule Lock,
    IReadOnlyList<FileUpdate> Files
)
{
    /// <summary>Whether it changes anything but the version's number.</summary>
    public bool IsEmpty => Files.All(file => file.Action == FileAction.Kept);
}
