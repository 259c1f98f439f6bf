using NuGet.Versioning;

namespace Common.Tool.Release;

/// <summary>Moves the rules of analyzers that are unshipped into those that are shipped, in the files of Roslyn's release tracking.</summary>
internal static class RuleReleases
{
    private const string Shipped = "AnalyzerReleases.Shipped.md";
    private const string Unshipped = "AnalyzerReleases.Unshipped.md";
    private const char Comment = ';';

    /// <summary>Moves them, wherever a project of the repository has both files.</summary>
    public static void Ship(ReleaseRepository repository, NuGetVersion version)
    {
        var sources = Path.Combine(repository.Root, "src");
        foreach (var project in Directory.Exists(sources) ? Directory.GetDirectories(sources) : [])
        {
            var (shipped, unshipped) = (
                Path.Combine(project, Shipped),
                Path.Combine(project, Unshipped)
            );
            if (File.Exists(shipped) && File.Exists(unshipped))
            {
                Ship(shipped, unshipped, version);
            }
        }
    }

    private static void Ship(string shipped, string unshipped, NuGetVersion version)
    {
        var lines = File.ReadAllLines(unshipped);
        var comments = lines.TakeWhile(IsComment).ToList();
        var rules = string.Join('\n', lines.Skip(comments.Count)).Trim('\n');
        if (rules.Length == 0)
        {
            return;
        }

        var before = File.ReadAllText(shipped).ReplaceLineEndings("\n").TrimEnd('\n');
        var separator = before.Length == 0 ? "" : "\n\n";
        File.WriteAllText(shipped, $"{before}{separator}## Release {version}\n\n{rules}\n");
        File.WriteAllText(unshipped, string.Concat(comments.Select(c => c + "\n")));
    }

    private static bool IsComment(string line) => line.StartsWith(Comment);
}
