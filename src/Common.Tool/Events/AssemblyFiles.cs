using Common.Tool.Shell;

namespace Common.Tool.Events;

/// <summary>Finds the assemblies that a path names.</summary>
internal static class AssemblyFiles
{
    /// <summary>Gives the file, or the assemblies of the folder.</summary>
    public static IReadOnlyList<string> Of(string path)
    {
        if (File.Exists(path))
        {
            return CatalogueMetadata.IsAssembly(path)
                ? [path]
                : throw new ToolException(
                    ExitCode.SourceUnavailable,
                    $"{path}: it is no .NET assembly. Name the .dll, or the folder that it lies in."
                );
        }

        if (!Directory.Exists(path))
        {
            throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{path}: there is no such file or folder."
            );
        }

        var files = Directory.GetFiles(path, "*.dll").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0
            ? files
            : throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{path}: there is no assembly in this folder."
            );
    }
}
