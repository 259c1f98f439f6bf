using System.IO.Compression;
using System.Text;

namespace Common.Packages.Tests.ModuleLife;

/// <summary>A library with an incubator of its own, whose releases are this repository's tool with other modules in it.</summary>
/// <param name="feed">Where the tool comes from.</param>
/// <param name="folder">The library's folder.</param>
internal sealed class House(Feed feed, string folder)
{
    /// <summary>The package of the house's tool: no other tool's entry in the user's caches is touched by it.</summary>
    public const string Tool = "House.Tool";

    /// <summary>The library's folder.</summary>
    public string Folder => folder;

    /// <summary>The folder with the released packages.</summary>
    public string Packages => Path.Combine(folder, "packages");

    /// <summary>The folder with the modules.</summary>
    public string Incubator => Path.Combine(folder, "incubator");

    /// <summary>Writes a file of the library.</summary>
    public void Write(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Changes a file of the library.</summary>
    public void Edit(string path, string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(folder, path));
        Assert.Contains(from, text, StringComparison.Ordinal);
        Write(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Releases the tool with the modules as they are now.</summary>
    public void Release(string version)
    {
        Write(
            "incubator/incubator.json",
            $$"""{ "schema": 1, "name": "house", "version": "{{version}}", "namespace": "House.Incubator" }"""
        );
        Directory.CreateDirectory(Packages);
        var id = $"{feed.Prefix}Common.Tool";
        using var from = ZipFile.OpenRead(Path.Combine(feed.Folder, $"{id}.{feed.Version}.nupkg"));
        using var to = ZipFile.Open(
            Path.Combine(Packages, $"{Tool}.{version}.nupkg"),
            ZipArchiveMode.Create
        );
        const string Index = "/incubator/incubator.json";
        var modules = from.Entries.Single(e =>
            e.FullName.EndsWith(Index, StringComparison.Ordinal)
        );
        var root = modules.FullName[..^"incubator.json".Length];
        foreach (var entry in from.Entries)
        {
            if (!entry.FullName.StartsWith(root, StringComparison.Ordinal))
            {
                Copy(entry, to, version);
            }
        }

        foreach (var file in Directory.EnumerateFiles(Incubator, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Incubator, file).Replace('\\', '/');
            to.CreateEntryFromFile(file, root + name, CompressionLevel.NoCompression);
        }
    }

    private void Copy(ZipArchiveEntry entry, ZipArchive to, string version)
    {
        using var content = entry.Open();
        using var copy = to.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
        if (entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal))
        {
            using var reader = new StreamReader(content);
            var text = reader
                .ReadToEnd()
                .Replace(
                    $"<version>{feed.Version}</version>",
                    $"<version>{version}</version>",
                    StringComparison.Ordinal
                )
                .Replace(
                    $"<id>{feed.Prefix}Common.Tool</id>",
                    $"<id>{Tool}</id>",
                    StringComparison.Ordinal
                );
            copy.Write(Encoding.UTF8.GetBytes(text));
        }
        else
        {
            content.CopyTo(copy);
        }
    }
}
