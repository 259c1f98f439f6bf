using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml.Linq;
using Common.Tool.Shell;

namespace Common.Tool.Release;

/// <summary>A package as a file: what it is called, what it needs, and its library.</summary>
/// <param name="Id">Its ID.</param>
/// <param name="Version">Its version.</param>
/// <param name="Dependencies">What it needs: IDs and least versions.</param>
/// <param name="Assembly">Its library, if it has one.</param>
/// <param name="Modules">The <c>module.json</c> files of the incubating modules that it carries.</param>
internal sealed record PackageFile(
    string Id,
    string Version,
    IReadOnlyList<(string Id, string Version)> Dependencies,
    ImmutableArray<byte>? Assembly,
    IReadOnlyList<string> Modules
)
{
    private const string BuildFolder = "buildTransitive/";

    /// <summary>The texts of <c>buildTransitive/</c>, by name.</summary>
    public IReadOnlyDictionary<string, string> BuildFiles { get; init; } =
        new Dictionary<string, string>();

    /// <summary>Opens a package.</summary>
    public static PackageFile Open(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var nuspec = archive.Entries.First(e =>
                e.FullName == e.Name && e.Name.EndsWith(".nuspec", StringComparison.Ordinal)
            );
            using var stream = nuspec.Open();
            var (id, version, dependencies) = ReadManifest(XDocument.Load(stream));
            var library = archive
                .Entries.Where(e =>
                    e.FullName.StartsWith("lib/", StringComparison.Ordinal)
                    && e.Name.Equals(id + ".dll", StringComparison.OrdinalIgnoreCase)
                )
                .MaxBy(e => e.FullName, StringComparer.Ordinal);
            var modules = archive
                .Entries.Where(e =>
                    e.Name == "module.json"
                    && e.FullName.Contains("/incubator/", StringComparison.Ordinal)
                )
                .Select(Text);
            return new PackageFile(id, version, dependencies, Read(library), [.. modules])
            {
                BuildFiles = archive
                    .Entries.Where(e =>
                        e.FullName == BuildFolder + e.Name
                        && Path.GetExtension(e.Name) is ".txt" or ".targets"
                    )
                    .ToDictionary(e => e.Name, Text),
            };
        }
        catch (Exception exception)
            when (exception
                    is InvalidDataException
                        or InvalidOperationException
                        or System.Xml.XmlException
            )
        {
            throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{path} is not a NuGet package.",
                exception
            );
        }
    }

    /// <summary>Reads the manifest of a package.</summary>
    public static (
        string Id,
        string Version,
        IReadOnlyList<(string Id, string Version)> Dependencies
    ) ReadManifest(XDocument manifest)
    {
        string Value(string name) =>
            manifest.Descendants().First(e => e.Name.LocalName == name).Value;
        var dependencies = manifest
            .Descendants()
            .Where(e => e.Name.LocalName == "dependency")
            .Select(e =>
                (
                    e.Attribute("id")!.Value,
                    (e.Attribute("version")?.Value ?? "").Trim('[', ']', '(', ')').Split(',')[0]
                )
            )
            .Distinct()
            .ToList();
        return (Value("id"), Value("version"), dependencies);
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static ImmutableArray<byte>? Read(ZipArchiveEntry? entry)
    {
        if (entry is null)
        {
            return null;
        }

        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return [.. copy.ToArray()];
    }
}
