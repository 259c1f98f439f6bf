using System.IO.Compression;
using System.Xml.Linq;

namespace Common.Packages.Tests;

/// <summary>Reads a packed package.</summary>
/// <param name="path">The .nupkg file.</param>
internal sealed class PackageFile(string path)
{
    private XElement? _metadata;

    /// <summary>The package's ID.</summary>
    public string Id => Metadata("id") ?? throw new InvalidOperationException($"{path} has no ID.");

    /// <summary>The package that holds the symbols, if there is one.</summary>
    public PackageFile? Symbols =>
        File.Exists(Path.ChangeExtension(path, ".snupkg"))
            ? new(Path.ChangeExtension(path, ".snupkg"))
            : null;

    /// <summary>The dependencies as <c>ID include exclude</c>, of all target frameworks.</summary>
    public IReadOnlyList<XElement> Dependencies =>
        [.. Nuspec().Descendants().Where(e => e.Name.LocalName == "dependency")];

    /// <summary>The frameworks that a consumer gets by referencing the package.</summary>
    public IReadOnlyList<string> FrameworkReferences =>
        [
            .. Nuspec()
                .Descendants()
                .Where(e => e.Name.LocalName is "frameworkReference" or "frameworkAssembly")
                .Select(e => (string?)e.Attribute("name") ?? ""),
        ];

    /// <summary>The names of all files inside.</summary>
    public IReadOnlyList<string> Files
    {
        get
        {
            using var archive = ZipFile.OpenRead(path);
            return [.. archive.Entries.Select(e => e.FullName)];
        }
    }

    /// <summary>An element of the package's description, or null.</summary>
    public string? Metadata(string name) =>
        Nuspec().Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    /// <summary>The bytes of a file inside.</summary>
    public byte[] Read(string name)
    {
        using var archive = ZipFile.OpenRead(path);
        using var content =
            archive.GetEntry(name)?.Open()
            ?? throw new InvalidOperationException($"{path} has no {name}.");
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    private XElement Nuspec()
    {
        if (_metadata is null)
        {
            using var content = new MemoryStream(
                Read(Files.Single(f => f.EndsWith(".nuspec", StringComparison.Ordinal)))
            );
            _metadata = XDocument.Load(content).Root!.Elements().Single();
        }
        return _metadata;
    }
}
