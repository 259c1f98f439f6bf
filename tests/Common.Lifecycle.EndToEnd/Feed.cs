using Common.Packages.Tests;

namespace Common.Lifecycle.EndToEnd;

/// <summary>A folder with the packages that a library needs, packed from what the build of this test has made.</summary>
internal static class Feed
{
    /// <summary>The version of all of them, whichever the repository's is.</summary>
    public const string Version = "1.0.0-test";

    private static readonly string[] Projects =
    [
        "Common.Analyzers",
        "Common.Abstractions",
        "Common.Time",
        "Common.Config",
        "Common.Context",
        "Common.Exceptions",
    ];

    /// <summary>Packs, and writes a nuget.config that knows this feed only.</summary>
    /// <param name="root">The folder that everything is below; the packages go to <c>feed</c> in it.</param>
    public static async Task PackAsync(string root)
    {
        var feed = Directory.CreateDirectory(Path.Combine(root, "feed")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(root, "nuget.config"),
            $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(root, "packages")}" />
              </config>
              <packageSources>
                <clear />
                <add key="feed" value="{feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="built" value="{Repository.PackageCache}" />
              </fallbackPackageFolders>
            </configuration>
            """
        );
        var projects = Projects.Select(name =>
            Path.Combine(Repository.Root, "src", name, name + ".csproj")
        );
        var all = Path.Combine(root, "pack.proj");
        await File.WriteAllTextAsync(
            all,
            $"""
            <Project>
              <Target Name="Pack">
                <MSBuild Projects="{string.Join(';', projects)}" Targets="Pack" />
              </Target>
            </Project>
            """
        );
        var result = await Command.DotNetAsync(
            root,
            "msbuild",
            all,
            "-target:Pack",
            "-nodeReuse:false",
            "-verbosity:quiet",
            "-property:NoBuild=true",
            $"-property:Configuration={Built.Configuration}",
            $"-property:Version={Version}",
            "-property:IncludeSymbols=false",
            $"-property:PackageOutputPath={feed}"
        );
        result.MustSucceed();
    }
}
