using Common.Tool.Incubator.Files;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Source;

/// <summary>Reads the files that a module's manifest names.</summary>
internal static class ModuleFiles
{
    // Links are listed too, so that reading refuses them instead of leaving a file out in silence.
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        MaxRecursionDepth = 32,
    };

    /// <summary>Reads them all.</summary>
    /// <param name="folder">The module's folder.</param>
    /// <param name="manifest">Its manifest.</param>
    public static IReadOnlyList<SourceFile> Read(string folder, ModuleManifest manifest)
    {
        var where = $"module '{manifest.Name}'";
        var files = Expand(folder, manifest.Sources, FileKind.Source, where)
            .Concat(Expand(folder, manifest.Tests, FileKind.Test, where))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        foreach (var kind in files.GroupBy(file => file.Kind))
        {
            SafePath.CheckTwins(kind.Select(file => file.Target), where);
        }

        return files;
    }

    private static IEnumerable<SourceFile> Expand(
        string folder,
        IReadOnlyList<string> patterns,
        FileKind kind,
        string where
    )
    {
        var module = new ProjectFolder(folder);
        foreach (var pattern in patterns)
        {
            var paths = pattern.EndsWith("/**/*.cs", StringComparison.Ordinal)
                ? List(module, pattern[..^"/**/*.cs".Length], where)
                : [pattern];
            foreach (var path in paths)
            {
                SafePath.CheckSource(path, where);
                var text = TextForm.Normalise(
                    module.TryRead(path)
                        ?? throw new ToolException(
                            ExitCode.SourceUnavailable,
                            $"{where} names '{path}', which is not in the incubator."
                        )
                );
                yield return new SourceFile(path, kind, text, TextForm.Hash(text));
            }
        }
    }

    private static IEnumerable<string> List(ProjectFolder module, string folder, string where)
    {
        SafePath.Check(folder, where);
        var full = module.Full(folder);
        if (!Directory.Exists(full))
        {
            return [];
        }

        return Directory
            .EnumerateFiles(full, "*.cs", Everything)
            .Select(file => Path.GetRelativePath(module.Path, file))
            .Select(file => Path.DirectorySeparatorChar == '/' ? file : file.Replace('\\', '/'))
            .Where(file => !IsBuildOutput(file, folder));
    }

    private static bool IsBuildOutput(string file, string folder) =>
        file.StartsWith($"{folder}/obj/", StringComparison.Ordinal)
        || file.StartsWith($"{folder}/bin/", StringComparison.Ordinal);
}
