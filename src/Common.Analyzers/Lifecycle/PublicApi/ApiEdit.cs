using System.Collections.Immutable;

namespace Common.Analyzers.Lifecycle.PublicApi;

/// <summary>What a code fix does to the files of the public API; it travels in the properties of a diagnostic.</summary>
internal static class ApiEdit
{
    private const string AddKey = "Add";
    private const string RemoveKey = "Remove";
    private const string FileKey = "File";

    /// <summary>An edit of one file.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="add">The line to add, if any.</param>
    /// <param name="remove">The line to take out, if any.</param>
    public static ImmutableDictionary<string, string?> Create(
        string file,
        string? add = null,
        string? remove = null
    ) =>
        ImmutableDictionary<string, string?>
            .Empty.Add(FileKey, file)
            .Add(AddKey, add)
            .Add(RemoveKey, remove);

    /// <summary>Reads an edit.</summary>
    public static (string File, string? Add, string? Remove)? Read(
        ImmutableDictionary<string, string?> properties
    ) =>
        properties.TryGetValue(FileKey, out var file) && file is not null
            ? (file, properties[AddKey], properties[RemoveKey])
            : null;
}
