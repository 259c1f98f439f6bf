using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Rewriting;

namespace Common.Tool.Incubator.Updating;

/// <summary>Leads a copy to the other namespace or folder that <c>common.json</c> asks for by now.</summary>
/// <param name="From">The copy as it was recorded.</param>
/// <param name="To">The copy as it is to be.</param>
internal sealed record Relocation(LockedModule From, LockedModule To)
{
    /// <summary>Finds it.</summary>
    /// <returns>The way, or <see langword="null"/> if the copy stays where and as it is.</returns>
    public static Relocation? Between(LockedModule? from, LockedModule to) =>
        from is null
        || (
            from.Namespace == to.Namespace
            && from.Folder == to.Folder
            && from.Tests == to.Tests
            && from.Internal == to.Internal
        )
            ? null
            : new Relocation(from, to);

    /// <summary>Gives the new path of a file.</summary>
    public string PathOf(string path) =>
        Moved(path, From.Folder, To.Folder)
        ?? (From.Tests is null || To.Tests is null ? null : Moved(path, From.Tests, To.Tests))
        ?? path;

    /// <summary>Puts the new namespace into a text of the copy. What else differs is for the merge.</summary>
    public string Rewrite(string text) =>
        From.Namespace == To.Namespace
            ? text
            : NamespaceChanges.Apply(text, Prefix(From.Namespace), Prefix(To.Namespace));

    // The copies of other modules, which it may name, move along.
    private static string Prefix(string name) => name[..name.LastIndexOf('.')];

    private static string? Moved(string path, string from, string to) =>
        path.StartsWith(from + "/", StringComparison.Ordinal) ? to + path[from.Length..] : null;
}
