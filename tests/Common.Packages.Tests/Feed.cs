using System.Xml.Linq;

namespace Common.Packages.Tests;

/// <summary>A folder that holds all packages of this repository, packed by a build of its own.</summary>
/// <param name="Prefix">What stands before the names: nothing, or an organisation's prefix.</param>
/// <param name="Version">The version that all packages carry; no other run has the same.</param>
/// <param name="Folder">The folder.</param>
internal sealed record Feed(string Prefix, string Version, string Folder)
{
    /// <summary>The folder beside the packages where consumers are made; its nuget.config knows this feed only.</summary>
    public string Consumers => Path.Combine(Path.GetDirectoryName(Folder)!, "consumers");

    /// <summary>All packages, opened for reading.</summary>
    public IEnumerable<PackageFile> Packages() =>
        Directory
            .EnumerateFiles(Folder, "*.nupkg")
            .Order(StringComparer.Ordinal)
            .Select(path => new PackageFile(path));

    /// <summary>The package of a project.</summary>
    public PackageFile Package(string project) =>
        new(Path.Combine(Folder, $"{Prefix}{project}.{Version}.nupkg"));

    /// <summary>Builds all packages, in folders that nothing else uses.</summary>
    /// <param name="prefix">What stands before the names.</param>
    /// <param name="label">What tells the packages of this run from those of any other; part of their version.</param>
    /// <param name="folder">An empty folder for the packages, the build's intermediate files and the consumers.</param>
    /// <param name="sources">The repository to build.</param>
    public static async Task<Feed> PackAsync(
        string prefix,
        string label,
        string folder,
        string sources
    )
    {
        var feed = new Feed(prefix, await VersionAsync(label), Path.Combine(folder, "feed"));
        Directory.CreateDirectory(feed.Folder);
        Directory.CreateDirectory(feed.Consumers);
        var result = await Command.DotNetAsync(
            sources,
            "msbuild",
            "eng/Packages.proj",
            "-restore",
            "-target:Pack",
            "-nodeReuse:false",
            "-verbosity:minimal",
            "-property:UseArtifactsOutput=true",
            $"-property:ArtifactsPath={Path.Combine(folder, "artifacts")}",
            $"-property:PackageOutputPath={feed.Folder}",
            $"-property:PackagePrefix={prefix}",
            $"-property:VersionSuffix={label}",
            "-property:ContinuousIntegrationBuild=true",
            // The analyzers have looked at these sources in the build that made this test.
            "-property:RunAnalyzers=false"
        );
        result.MustSucceed();
        await File.WriteAllTextAsync(
            Path.Combine(feed.Consumers, "nuget.config"),
            $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(folder, "packages")}" />
              </config>
              <packageSources>
                <clear />
                <add key="feed" value="{feed.Folder}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="built" value="{Repository.PackageCache}" />
              </fallbackPackageFolders>
            </configuration>
            """
        );
        return feed;
    }

    private static async Task<string> VersionAsync(string label)
    {
        await using var props = File.OpenRead(
            Path.Combine(Repository.Root, "eng", "Version.props")
        );
        var document = await XDocument.LoadAsync(props, LoadOptions.None, CancellationToken.None);
        var release = document.Descendants("VersionPrefix").Single().Value;
        return $"{release}-{label}";
    }
}
