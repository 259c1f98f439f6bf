namespace Common.Tool.Deprecations.Projects;

/// <summary>A C# project as it lies on disk.</summary>
/// <param name="Path">The full path of its file.</param>
internal sealed record SourceProject(string Path)
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules"];

    /// <summary>What it is called.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The folder that it lies in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The C# files that the SDK compiles by default: all below its folder, except of outputs and of projects further down.</summary>
    public IEnumerable<string> Sources() => Files(Folder, "*.cs");

    /// <summary>The configuration that lies beside the code: <c>appsettings*.json</c> and <c>config.d/*.json</c>.</summary>
    public IEnumerable<string> Settings() =>
        Files(Folder, "*.json")
            .Where(f =>
                System
                    .IO.Path.GetFileName(f)
                    .StartsWith("appsettings", StringComparison.OrdinalIgnoreCase)
                || System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(f)) == "config.d"
            );

    /// <summary>Gives all files below a folder that a pattern fits, in order, without hidden folders and outputs.</summary>
    public static IEnumerable<string> Files(string folder, string pattern, bool nested = false)
    {
        foreach (
            var file in Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)
        )
        {
            yield return file;
        }

        foreach (var inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = System.IO.Path.GetFileName(inner);
            var isLink = new DirectoryInfo(inner).LinkTarget is not null;
            if (
                name[0] != '.'
                && !isLink
                && !Skipped.Contains(name)
                && (nested || !Directory.EnumerateFiles(inner, "*.csproj").Any())
            )
            {
                foreach (var file in Files(inner, pattern, nested))
                {
                    yield return file;
                }
            }
        }
    }
}
