namespace Common.Tool.Tests.Release;

/// <summary>What `release ship` writes and refuses.</summary>
public sealed partial class ReleaseTests
{
    [Fact]
    public async Task Ship_records_what_the_package_has()
    {
        _repository.Write("src/Lib/PublicAPI.Shipped.txt", "#nullable enable\n");
        _repository.Write(
            "src/Lib/PublicAPI.Unshipped.txt",
            "#nullable enable\nC\nC.C() -> void\nC.New(int size = 1) -> void\nC.Old() -> void\nconst C.Header = \"X-Order\" -> string!\n"
        );
        await _repository.ShipAsync(V10, "1.1.0");

        Assert.Equal(
            """
            # release record, schema 1
            api	stable	C
            api	stable	C.C() -> void
            api	stable	C.New(int size = 1) -> void
            api	stable	C.Old() -> void
            api	stable	const C.Header = "X-Order" -> string!
            config	stable	Orders:Size
            error	stable	order.unknown
            event	stable	order.completed
            header	stable	X-Order
            trait	stable	C is a class

            """,
            _repository["releases/1.0.0/Lib.txt"]
        );
        Assert.Equal("#nullable enable\n", _repository["src/Lib/PublicAPI.Unshipped.txt"]);
        Assert.Equal(
            "#nullable enable\nC\nC.C() -> void\nC.New(int size = 1) -> void\nC.Old() -> void\nconst C.Header = \"X-Order\" -> string!\n",
            _repository["src/Lib/PublicAPI.Shipped.txt"]
        );
        Assert.Equal(
            "# Changelog\n\n## [Unreleased]\n\n## [1.0.0] - 2026-11-22\n\n### Added\n\n- all\n",
            _repository["CHANGELOG.md"]
        );
        Assert.Contains(
            "<VersionPrefix>1.1.0<",
            _repository["eng/Version.props"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Ship_refuses_a_dirty_tree()
    {
        _repository.Pack(V10);
        _repository.Write("new.txt", "");

        var run = await _repository.ShipAsync("1.1.0");

        Assert.Equal(
            (4, "error: The working tree has 1 changes; commit them first: ?? new.txt"),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public async Task Ship_refuses_an_empty_changelog()
    {
        _repository.Write(
            "CHANGELOG.md",
            "# Changelog\n\n## [Unreleased]\n\n## [0.9.0] - 2026-01-01\n\n- old\n"
        );
        _repository.Commit();
        _repository.Pack(V10);

        var run = await _repository.ShipAsync("1.1.0");

        Assert.Equal(
            (
                4,
                "error: CHANGELOG.md has no entry under '## [Unreleased]'; say what changed for those who use the packages."
            ),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public async Task Ship_refuses_findings_and_writes_nothing()
    {
        await _repository.ShipAsync(V10, "1.1.0");
        _repository.Pack(V30);
        _repository.Announce("- x");
        _repository.Commit();

        var run = await _repository.ShipAsync("1.2.0");

        Assert.Equal(4, run.ExitCode);
        Assert.False(Directory.Exists(Path.Combine(_repository.Root, "releases/1.1.0")));
    }

    [Theory]
    [InlineData("2.0.0")]
    [InlineData("2.1.0")] // whatever it is called
    public async Task Ship_refuses_a_major_release_too_soon(string version)
    {
        _repository.Write(
            "eng/Version.props",
            "<Project><PropertyGroup><VersionPrefix>1.0.0</VersionPrefix><MonthsBetweenMajors>6</MonthsBetweenMajors></PropertyGroup></Project>\n"
        );
        await _repository.ShipAsync(V10, version);
        _repository.Announce("- x");
        _repository.Pack(V10);
        _repository.Commit();

        var run = await _repository.ShipAsync("3.0.0");

        Assert.Equal(
            $"error: 1.0.0 was released on 2026-11-22, and 6 months must lie between major releases: {version} may come on 2027-05-22.",
            run.Error
        );
    }

    [Fact]
    public async Task Ship_refuses_another_version_than_the_one_that_is_coming()
    {
        _repository.Pack(V10);

        var run = await _repository.ShipAsync("3.0.0", ["2.0.0"]);

        Assert.Equal(
            (
                4,
                "error: The coming release is 1.0.0, not 2.0.0. Another one is set in eng/Version.props, before its packages are built."
            ),
            (run.ExitCode, run.Error)
        );
        Assert.False(Directory.Exists(Path.Combine(_repository.Root, "releases")));
        Assert.Equal(0, (await _repository.ShipAsync("1.1.0", ["1.0.0"])).ExitCode);
    }

    [Fact]
    public async Task Ship_refuses_packages_that_are_not_the_release_itself()
    {
        _repository.Pack(V10, suffix: "-dev");
        Assert.Equal(0, (await _repository.CheckAsync()).ExitCode); // daily builds are checked too

        var run = await _repository.ShipAsync("1.1.0");

        Assert.Equal(
            (
                4,
                "error: Lib is 1.0.0-dev; what goes out is 1.0.0. Pack without a suffix: -p:VersionSuffix="
            ),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public async Task Ship_moves_the_rules_of_analyzers_into_those_that_are_shipped()
    {
        const string rules = "### New Rules\n\nRule ID | Category\n--------|---------\nL1 | Lib\n";
        _repository.Write("src/Lib/AnalyzerReleases.Shipped.md", "; shipped\n");
        _repository.Write("src/Lib/AnalyzerReleases.Unshipped.md", "; coming\n\n" + rules);
        await _repository.ShipAsync(V10, "1.1.0");

        Assert.Equal(
            "; shipped\n\n## Release 1.0.0\n\n" + rules,
            _repository["src/Lib/AnalyzerReleases.Shipped.md"]
        );
        Assert.Equal("; coming\n", _repository["src/Lib/AnalyzerReleases.Unshipped.md"]);

        _repository.Announce("- y");
        await _repository.ShipAsync(V10, "1.2.0"); // no rule is new
        Assert.DoesNotContain(
            "1.1.0",
            _repository["src/Lib/AnalyzerReleases.Shipped.md"],
            StringComparison.Ordinal
        );
    }
}
