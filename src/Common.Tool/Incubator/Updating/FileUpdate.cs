using Common.Tool.Incubator.Consumer;

namespace Common.Tool.Incubator.Updating;

/// <summary>What an update does with one file.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Path">Where the file is afterwards, or was.</param>
/// <param name="Before">Where it was, if it moves.</param>
/// <param name="Content">Its new content, or <see langword="null"/> if it is not written.</param>
/// <param name="Entry">Its entry in the new lock, or <see langword="null"/> if it has none.</param>
/// <param name="Pristine">The pristine text of the entry.</param>
internal sealed record FileUpdate(
    FileAction Action,
    string Path,
    string? Before,
    byte[]? Content,
    LockedFile? Entry,
    string? Pristine
);
