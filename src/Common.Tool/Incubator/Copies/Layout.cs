using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Rewriting;
using Common.Tool.Incubator.Source;

namespace Common.Tool.Incubator.Copies;

/// <summary>Says where a module's copy lies in a service and how its files are rewritten.</summary>
/// <param name="Namespace">The copy's namespace.</param>
/// <param name="Folder">The copy's folder in the project.</param>
/// <param name="Tests">The folder of its tests, if they are copied.</param>
/// <param name="Internal">Whether public types become internal.</param>
/// <param name="Rewriter">Rewrites its files.</param>
internal sealed record Layout(
    string Namespace,
    string Folder,
    string? Tests,
    bool Internal,
    SourceRewriter Rewriter
)
{
    /// <summary>Finds the layout that a service asks for.</summary>
    public static Layout Of(Intent intent, string module, IncubatorSource source)
    {
        var wanted = intent.Modules.GetValueOrDefault(module) ?? intent.Default;
        var prefix = $"{intent.RootNamespace}.Incubator";
        var name = PascalCase(module);
        return new Layout(
            $"{prefix}.{name}",
            $"{intent.Folder}/{name}",
            wanted.Tests is null ? null : $"{wanted.Tests}/{name}",
            wanted.Internal,
            new SourceRewriter(source.Namespace, prefix, wanted.Internal)
        );
    }

    /// <summary>Writes the name of a module as one of a namespace: <c>rate-limits</c> is <c>RateLimits</c>.</summary>
    public static string PascalCase(string module) =>
        string.Concat(
            module
                .Split('-', StringSplitOptions.RemoveEmptyEntries)
                .Select(part => char.ToUpperInvariant(part[0]) + part[1..])
        );

    /// <summary>Whether a copy lies and is written as this layout says.</summary>
    public bool Fits(LockedModule module) =>
        module.Namespace == Namespace
        && module.Folder == Folder
        && module.Tests == Tests
        && module.Internal == Internal;

    /// <summary>Gives the path of a file's copy in the project.</summary>
    public string PathOf(SourceFile file) =>
        file.Kind == FileKind.Test ? $"{Tests}/{file.Target}" : $"{Folder}/{file.Target}";
}
