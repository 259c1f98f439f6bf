using System.Text;

namespace Common.Packages.Tests;

/// <summary>What stands in the packed packages, and what they bring with them.</summary>
public sealed class PackageContentTests(Feeds feeds)
{
    [Theory]
    [MemberData(nameof(Feeds.Prefixes), MemberType = typeof(Feeds))]
    public async Task There_is_one_package_for_each_project(string prefix)
    {
        var feed = await feeds.GetAsync(prefix);
        var projects = Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, "src"))
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => name != "Common.Analyzers.CodeFixes") // travels in the package of the analyzers
            .Append("Common.Templates")
            .Select(name => prefix + name)
            .Order(StringComparer.Ordinal);
        Assert.Equal(projects, feed.Packages().Select(p => p.Id));
    }

    [Theory]
    [MemberData(nameof(Feeds.Prefixes), MemberType = typeof(Feeds))]
    public async Task Each_package_says_what_it_is(string prefix)
    {
        var feed = await feeds.GetAsync(prefix);
        foreach (var package in feed.Packages())
        {
            Assert.Equal("Apache-2.0", package.Metadata("license"));
            Assert.Equal("README.md", package.Metadata("readme"));
            Assert.EndsWith(".", package.Metadata("description"), StringComparison.Ordinal);
            Assert.Equal(feed.Version, package.Metadata("version"));
            var readme = Encoding.UTF8.GetString(package.Read("README.md"));
            Assert.StartsWith("# Common", readme, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Feeds.Prefixes), MemberType = typeof(Feeds))]
    public async Task Each_library_has_its_symbols_and_its_documentation(string prefix)
    {
        var feed = await feeds.GetAsync(prefix);
        foreach (
            var package in feed.Packages()
                .Where(p => p.Files.Any(f => f.StartsWith("lib/", StringComparison.Ordinal)))
        )
        {
            Assert.Contains($"lib/net10.0/{package.Id}.dll", package.Files);
            Assert.Contains($"lib/net10.0/{package.Id}.xml", package.Files);
            Assert.Contains($"lib/net10.0/{package.Id}.pdb", package.Symbols?.Files ?? []);
        }
    }

    [Theory]
    [MemberData(nameof(Feeds.Prefixes), MemberType = typeof(Feeds))]
    public async Task No_package_brings_a_framework(string prefix)
    {
        var feed = await feeds.GetAsync(prefix);
        foreach (var package in feed.Packages())
        {
            Assert.Empty(package.FrameworkReferences);
            Assert.DoesNotContain(
                package.Dependencies,
                d =>
                    ((string?)d.Attribute("id"))!.StartsWith(
                        "Microsoft.AspNetCore",
                        StringComparison.OrdinalIgnoreCase
                    )
            );
        }
    }

    [Theory]
    [MemberData(nameof(Feeds.Prefixes), MemberType = typeof(Feeds))]
    public async Task The_packages_hand_the_analyzers_on(string prefix)
    {
        var feed = await feeds.GetAsync(prefix);
        var own = feed.Packages().ToDictionary(p => p.Id);
        var dependency = Assert.Single(own[$"{prefix}Common.Abstractions"].Dependencies);
        Assert.Equal($"{prefix}Common.Analyzers", (string?)dependency.Attribute("id"));

        var ownEdges = own
            .Values.SelectMany(p => p.Dependencies)
            .Where(d => own.ContainsKey((string?)d.Attribute("id") ?? ""));
        Assert.All(ownEdges, edge => Assert.Null(edge.Attribute("exclude")));
    }

    [Theory]
    [MemberData(nameof(Feeds.Prefixes), MemberType = typeof(Feeds))]
    public async Task The_analyzers_package_holds_analyzers_and_nothing_to_link_with(string prefix)
    {
        var package = (await feeds.GetAsync(prefix)).Package("Common.Analyzers");
        Assert.Empty(package.Dependencies);
        Assert.DoesNotContain(package.Files, f => f.StartsWith("lib/", StringComparison.Ordinal));
        Assert.Equal(
            [
                $"analyzers/dotnet/cs/{prefix}Common.Analyzers.CodeFixes.dll",
                $"analyzers/dotnet/cs/{prefix}Common.Analyzers.dll",
                $"buildTransitive/{prefix}Common.Analyzers.props",
                $"buildTransitive/{prefix}Common.Analyzers.targets",
                "buildTransitive/Enforce.globalconfig",
                "buildTransitive/Lifecycle.targets",
            ],
            package
                .Files.Where(f =>
                    f.StartsWith("analyzers/", StringComparison.Ordinal)
                    || f.StartsWith("build", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Feeds.Prefixes), MemberType = typeof(Feeds))]
    public async Task The_templates_bring_the_packages_of_their_own_build(string prefix)
    {
        var feed = await feeds.GetAsync(prefix);
        var package = feed.Package("Common.Templates");
        const string Root = "content/common-service/";

        Assert.DoesNotContain(package.Files, f => f.StartsWith("lib/", StringComparison.Ordinal));
        Assert.Contains(
            $"""<PackageReference Include="{prefix}Common.Hosting" Version="{feed.Version}" />""",
            Text(Root + "src/CommonService/CommonService.csproj"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"\"{prefix}common.tool\"",
            Text(Root + ".config/dotnet-tools.json"),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Contains(
            $"\"version\": \"{feed.Version}\"",
            Text(Root + "src/CommonService/common.lock.json"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            package.Files.Where(f => f.StartsWith(Root, StringComparison.Ordinal)),
            f => Text(f).Contains("COMMON_", StringComparison.Ordinal)
        );
        // In texts CommonService becomes a namespace, my_service, and in names of files the project, my-service.
        Assert.DoesNotContain(
            package.Files.Where(f => f.StartsWith(Root, StringComparison.Ordinal)),
            f =>
                !f.Contains("/.template.config/", StringComparison.Ordinal)
                && (
                    Text(f).Contains("CommonService/", StringComparison.Ordinal)
                    || Text(f).Contains("CommonService.csproj", StringComparison.Ordinal)
                )
        );

        string Text(string file) => Encoding.UTF8.GetString(package.Read(file));
    }
}
