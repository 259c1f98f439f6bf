using System.Text.Json;

namespace Common.Tool.Release;

/// <summary>Finds the folders that NuGet restores packages into.</summary>
internal static class PackageFolders
{
    /// <summary>Those that the projects of a repository were restored with, then the machine's own.</summary>
    public static IReadOnlyList<string> Of(string root)
    {
        var sources = Path.Combine(root, "src");
        var assets = Directory.Exists(sources)
            ? Directory
                .GetDirectories(sources)
                .Select(folder => Path.Combine(folder, "obj", "project.assets.json"))
                .Where(File.Exists)
                .SelectMany(InAssets)
            : [];
        return [.. assets.Append(Default()).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> InAssets(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return document.RootElement.TryGetProperty("packageFolders", out var folders)
                ? [.. folders.EnumerateObject().Select(f => f.Name)]
                : [];
        }
        catch (JsonException)
        {
            // NuGet writes it anew with the next restore; the machine's own folder is still looked at.
            return [];
        }
    }

    private static string Default() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
                ".nuget",
                "packages"
            );
}
