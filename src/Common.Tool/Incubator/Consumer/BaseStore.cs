using Common.Tool.Incubator.Files;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Consumer;

/// <summary>The pristine copies in <c>.common/base</c>, each named by its hash.</summary>
internal sealed class BaseStore(ProjectFolder folder)
{
    /// <summary>The folder of the store, in the project.</summary>
    public const string Folder = ".common/base";

    /// <summary>Gives the path of a pristine copy, in the project.</summary>
    public static string PathOf(string hash) => $"{Folder}/{hash}";

    /// <summary>Whether a pristine copy is there and is what its name says.</summary>
    public bool IsSound(string hash) => TryRead(hash) is not null;

    /// <summary>Reads a pristine copy.</summary>
    /// <exception cref="ToolException">It is missing or was changed.</exception>
    public string Read(string hash) =>
        TryRead(hash)
        ?? throw new ToolException(
            ExitCode.Refused,
            $"{PathOf(hash)} is missing or was changed. Restore it from version control: it is the base of merges."
        );

    /// <summary>Lists the hashes of all copies that are there.</summary>
    public IEnumerable<string> List()
    {
        var full = folder.Full(Folder);
        return Directory.Exists(full)
            ? Directory
                .EnumerateFiles(full)
                .Select(file => Path.GetFileName(file))
                .Where(TextForm.IsHash)
            : [];
    }

    /// <summary>Reads a pristine copy.</summary>
    /// <returns>Its text, or <see langword="null"/> if it is missing or was changed.</returns>
    public string? TryRead(string hash)
    {
        // Another checkout may have other line endings: the normalised text is what was hashed.
        var text = folder.TryRead(PathOf(hash));
        var normalised = text is null ? null : TextForm.Normalise(text);
        return normalised is not null && TextForm.Hash(normalised) == hash ? normalised : null;
    }
}
