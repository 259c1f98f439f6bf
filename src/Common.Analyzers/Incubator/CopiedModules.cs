using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.Incubator;

/// <summary>Reads what is copied from the lock file that the build hands over.</summary>
internal static class CopiedModules
{
    private const string LockName = "common.lock.json";

    /// <summary>Reads the modules of which the compilation has at least one file.</summary>
    public static ImmutableArray<CopiedModule> Of(
        Compilation compilation,
        AnalyzerOptions options,
        CancellationToken cancellationToken
    )
    {
        var file = options.AdditionalFiles.FirstOrDefault(f =>
            Path.GetFileName(f.Path) == LockName
        );
        if (file?.GetText(cancellationToken) is not { } text)
        {
            return [];
        }

        var trees = compilation.SyntaxTrees.Select(tree => PathOf(tree)).ToList();
        return [.. Read(file.Path, text).Where(module => trees.Any(module.Holds))];
    }

    /// <summary>Gives the path of a file with <c>/</c>.</summary>
    public static string PathOf(SyntaxTree tree) => tree.FilePath.Replace('\\', '/');

    private static IEnumerable<CopiedModule> Read(string path, SourceText text)
    {
        var root = CopyJson.TryParse(text.ToString());
        var lockPath = path.Replace('\\', '/');
        var folder = lockPath.Substring(0, lockPath.Length - LockName.Length);
        foreach (var field in root?.Find("modules")?.Fields ?? [])
        {
            var module = field.Value;
            yield return new CopiedModule
            {
                Name = field.Name,
                Version = module.TextOf("version"),
                Namespace = module.TextOf("namespace"),
                Folders =
                [
                    .. new[] { module.TextOf("folder"), module.TextOf("tests") }
                        .Where(name => name.Length > 0)
                        .Select(name => $"{folder}{name}/"),
                ],
                Files = (module.Find("files")?.Fields ?? []).ToImmutableDictionary(
                    entry => folder + entry.Name,
                    entry => new CopiedFile(
                        entry.Name,
                        entry.Value.TextOf("base"),
                        entry.Value.TextOf("accepted"),
                        TextSpan.FromBounds(entry.Start, entry.End)
                    ),
                    StringComparer.Ordinal
                ),
                LockPath = path,
                LockText = text,
                Place = TextSpan.FromBounds(field.Start, field.End),
            };
        }
    }
}
