using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Common.Tool.Release;

/// <summary>Finds the assemblies that packages need: the platform's, and those that NuGet has restored.</summary>
internal static class DependencyReferences
{
    /// <summary>The references of packages, apart from one another.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="folders">Where NuGet has put packages; see <see cref="PackageFolders"/>.</param>
    public static IEnumerable<MetadataReference> Of(
        IReadOnlyList<PackageFile> packages,
        IReadOnlyList<string> folders
    )
    {
        var own = packages.Select(p => p.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var waiting = new Queue<(string Id, string Version)>(
            packages.SelectMany(p => p.Dependencies)
        );
        var seen = new HashSet<(string, string)>();
        while (waiting.TryDequeue(out var dependency))
        {
            if (own.Contains(dependency.Id) || !seen.Add(dependency))
            {
                continue;
            }

            var name = Path.Combine(
                dependency.Id.ToLowerInvariant(),
                dependency.Version.ToLowerInvariant()
            );
            var folder =
                folders.Select(f => Path.Combine(f, name)).FirstOrDefault(Directory.Exists) ?? name;
            foreach (var file in Libraries(folder))
            {
                found[Path.GetFileName(file)] = file;
            }

            foreach (var manifest in Files(folder, "*.nuspec"))
            {
                foreach (
                    var next in PackageFile.ReadManifest(XDocument.Load(manifest)).Dependencies
                )
                {
                    waiting.Enqueue(next);
                }
            }
        }

        // What a package brings of the platform's own is newer than what the tool runs on.
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(
            Path.PathSeparator
        );
        foreach (var file in platform)
        {
            if (!own.Contains(Path.GetFileNameWithoutExtension(file)))
            {
                found.TryAdd(Path.GetFileName(file), file);
            }
        }

        return found.Values.Select(f => MetadataReference.CreateFromFile(f));
    }

    // The folder of the newest framework: net10.0 before net8.0 before netstandard2.0.
    private static string[] Libraries(string package)
    {
        var lib = Path.Combine(package, "lib");
        var folder = Directory.Exists(lib)
            ? Directory
                .GetDirectories(lib)
                .Where(d => Rank(Path.GetFileName(d)) > 0)
                .MaxBy(d => Rank(Path.GetFileName(d)))
            : null;
        return folder is null ? [] : Files(folder, "*.dll");
    }

    private static double Rank(string framework)
    {
        var (name, scale) =
            framework.StartsWith("netstandard", StringComparison.Ordinal) ? ("netstandard", 0.01)
            : framework.StartsWith("netcoreapp", StringComparison.Ordinal) ? ("netcoreapp", 0.1)
            : ("net", 1.0);
        return
            framework.Contains('.', StringComparison.Ordinal)
            && double.TryParse(
                framework.AsSpan(name.Length),
                System.Globalization.CultureInfo.InvariantCulture,
                out var version
            )
            ? version * scale
            : 0;
    }

    private static string[] Files(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : [];
}
