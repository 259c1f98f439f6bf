using System.Text.Json;
using Common.Analyzers.Lifecycle.Record;
using Common.Tool.Release;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Tool.Tests.Release;

/// <summary>Tests of <c>common release ship</c> and <c>common release check</c>: the life of an API, and the ways to cheat.</summary>
public sealed partial class ReleaseTests : IDisposable
{
    private const string Catalogue = """
        [assembly: CatalogueEntry("event", "{\"name\":\"order.completed\"}")]
        [assembly: CatalogueEntry("config", "{\"section\":\"Orders\",\"options\":[{\"name\":\"Size\"}]}")]
        [assembly: CatalogueEntry("error", "{\"code\":\"order.unknown\"}")]

        """;

    private const string V10 =
        Catalogue
        + """
            public class C
            {
                public void Old() { }
                public void New(int size = 1) { }
                [WireHeader("What it carries.")] public const string Header = "X-Order";
            }
            """;

    private const string V11 = """
        [assembly: CatalogueEntry("event", "{\"name\":\"order.completed\",\"deprecated\":{\"since\":\"1.1\",\"replacement\":\"order.done\"}}")]
        [assembly: CatalogueEntry("config", "{\"section\":\"Orders\",\"options\":[{\"name\":\"Count\",\"deprecatedKeys\":[{\"path\":\"Orders:Size\",\"since\":\"1.1\"}]}]}")]
        [assembly: CatalogueEntry("error", "{\"code\":\"order.unknown\",\"deprecated\":{\"since\":\"1.1\",\"reason\":\"never sent\"}}")]

        public class C
        {
            [Deprecated("1.1", "New()")]
            [System.Obsolete("Use New().", DiagnosticId = "LIBD001")]
            public void Old() { }
            public void New(int size = 1) { }
            [Deprecated("1.1", Reason = "nobody reads it"), WireHeader("What it carries.")] public const string Header = "X-Order";
        }
        """;

    private const string V30 = """
        [assembly: CatalogueEntry("config", "{\"section\":\"Orders\",\"options\":[{\"name\":\"Count\"}]}")]
        public class C
        {
            public void New(int size = 1) { }
        }
        """;

    private const string Announcement =
        "### Deprecated\n\n- `C.Old`, `C.Header`, `order.completed`, `Orders:Size`, `order.unknown`, `X-Order`\n";

    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task The_whole_life_passes()
    {
        await ShipDeprecatedAsync();
        await ShipSecondAsync();
        _repository.Pack(V30);

        var run = await _repository.CheckAsync();

        Assert.Equal(
            """
            # release record, schema 1
            api	deprecated	C.Old() -> void	since=1.1	use=New()	id=LIBD001
            api	deprecated	const C.Header = "X-Order" -> string!	since=1.1	reason=nobody reads it
            config	deprecated	Orders:Size	since=1.1	use=Orders:Count
            error	deprecated	order.unknown	since=1.1	reason=never sent
            event	deprecated	order.completed	since=1.1	use=order.done
            header	deprecated	X-Order	since=1.1	reason=nobody reads it

            """,
            _repository["releases/deprecated.Lib.txt"]
        );
        Assert.Equal("1 packages keep the policy for 3.0.0.", run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Removal_in_a_minor_release_is_found_on_every_surface()
    {
        await ShipDeprecatedAsync();
        _repository.Pack(V30);

        Assert.Equal(
            """
            Lib: CMN0006 'C.Old() -> void' was shipped in 1.1 and is gone: a minor release removes nothing; it may be removed in 3.0
            Lib: CMN0006 'const C.Header = "X-Order" -> string!' was shipped in 1.1 and is gone: a minor release removes nothing; it may be removed in 3.0
            Lib: CMN0006 'config Orders:Size' was shipped in 1.1 and is gone: a minor release removes nothing; it may be removed in 3.0
            Lib: CMN0006 'error order.unknown' was shipped in 1.1 and is gone: a minor release removes nothing; it may be removed in 3.0
            Lib: CMN0006 'event order.completed' was shipped in 1.1 and is gone: a minor release removes nothing; it may be removed in 3.0
            Lib: CMN0006 'header X-Order' was shipped in 1.1 and is gone: a minor release removes nothing; it may be removed in 3.0
            6 findings in 1 packages for 1.2.0.
            """,
            (await _repository.CheckAsync()).Output
        );
    }

    [Fact]
    public async Task Removal_one_release_too_early_is_found()
    {
        await ShipDeprecatedAsync("2.0.0");
        _repository.Pack(
            V11.Replace("public void Old() { }", "void Old() { }", StringComparison.Ordinal)
        );

        await AssertFindingAsync(
            "Lib: CMN0006 'C.Old() -> void' was shipped in 1.1 and is gone: it was shipped deprecated in 1.1, so that it may be removed in 3.0"
        );
    }

    [Fact]
    public async Task A_forgotten_removal_is_found()
    {
        await ShipDeprecatedAsync();
        await ShipSecondAsync();
        _repository.Pack(V11);

        await AssertFindingAsync(
            "Lib: CMN0007 'C.Old() -> void' was shipped deprecated in 1.1 and its time is up: remove it in 3.0"
        );
    }

    [Theory]
    [InlineData("2.0", "the first release that shipped it deprecated is 1.1; since can't say 2.0")]
    [InlineData("1.0", "the first release that shipped it deprecated is 1.1; since can't say 1.0")]
    public async Task A_date_that_is_moved_in_the_attribute_is_found(string since, string rule)
    {
        await ShipDeprecatedAsync("2.0.0");
        _repository.Pack(
            V11.Replace(
                "[Deprecated(\"1.1\", \"New()\")]",
                $"[Deprecated(\"{since}\", \"New()\")]",
                StringComparison.Ordinal
            )
        );

        await AssertFindingAsync("Lib: CMN0008 'C.Old() -> void': " + rule);
    }

    [Fact]
    public async Task A_back_dated_deprecation_is_found()
    {
        await _repository.ShipAsync(V10, "1.1.0");
        _repository.Announce(Announcement);
        _repository.Pack(
            V11.Replace("\"1.1\", \"New()\"", "\"1.0\", \"New()\"", StringComparison.Ordinal)
        );

        await AssertFindingAsync(
            "Lib: CMN0008 'C.Old() -> void': a deprecation can't be back-dated: 1.0 is out and did not ship it deprecated; write 1.1"
        );
    }

    [Fact]
    public async Task An_edited_record_is_found_committed_or_not()
    {
        await _repository.ShipAsync(V10, "1.1.0");
        _repository.Write(
            "releases/1.0.0/Lib.txt",
            _repository["releases/1.0.0/Lib.txt"]
                .Replace("api\tstable\tC.Old() -> void\n", "", StringComparison.Ordinal)
        );
        _repository.Pack(V10);
        const string finding =
            "releases/1.0.0/Lib.txt: CMN0012 a released record was edited after its release; take it back from the commit that added it";

        await AssertFindingAsync(finding);
        _repository.Commit();
        await AssertFindingAsync(finding);
    }

    [Fact]
    public async Task A_dropped_changelog_entry_is_found()
    {
        await _repository.ShipAsync(V10, "1.1.0");
        _repository.Announce(Announcement.Replace("`C.Old`, ", "", StringComparison.Ordinal));
        _repository.Pack(V11);

        await AssertFindingAsync(
            "Lib: CMN0010 'C.Old' is deprecated, but no entry under 'Deprecated' in CHANGELOG.md names it in backquotes"
        );
    }

    public static TheoryData<string, string, string> Breaks =>
        new()
        {
            {
                "int size = 1",
                "int size = 2",
                "Lib: CMN0006 'C.New(int size = 1) -> void' was shipped in 1.0 and is gone: deprecate it first; shipped deprecated in 1.1, it may be removed in 3.0"
            },
            {
                "int size = 1",
                "int count = 1",
                "Lib: CMN0006 'C.New(int size = 1) -> void' was shipped in 1.0 and is gone: deprecate it first; shipped deprecated in 1.1, it may be removed in 3.0"
            },
            {
                "int size = 1",
                "int size = 1, bool all = false",
                "Lib: CMN0006 'C.New(int size = 1) -> void' was shipped in 1.0 and is gone: deprecate it first; shipped deprecated in 1.1, it may be removed in 3.0"
            },
            {
                "X-Order\"",
                "X-Orders\"",
                "Lib: CMN0006 'header X-Order' was shipped in 1.0 and is gone: deprecate it first; shipped deprecated in 1.1, it may be removed in 3.0"
            },
            {
                "order.unknown",
                "order.not_found",
                "Lib: CMN0006 'error order.unknown' was shipped in 1.0 and is gone: deprecate it first; shipped deprecated in 1.1, it may be removed in 3.0"
            },
            {
                """[assembly: CatalogueEntry("error", "{\"code\":\"order.unknown\"}")]""",
                "",
                "Lib: CMN0006 'error order.unknown' was shipped in 1.0 and is gone: deprecate it first; shipped deprecated in 1.1, it may be removed in 3.0"
            },
            {
                "public class C",
                "public sealed class C",
                "Lib: CMN0006 'C can't be derived from' was not so in 1.0, and breaks who derives from it or implements it: add a new type instead"
            },
            {
                "public class C\n{",
                "public abstract class C\n{ public abstract void M();",
                "Lib: CMN0006 'C must implement abstract C.M() -> void' was not so in 1.0, and breaks who derives from it or implements it: add a new type instead"
            },
        };

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_break_that_the_compiler_hides_is_found(
        string old,
        string @new,
        string finding
    )
    {
        await _repository.ShipAsync(V10, "1.1.0");
        _repository.Pack(V10.Replace(old, @new, StringComparison.Ordinal));

        await AssertFindingAsync(finding);
    }

    [Fact]
    public async Task A_package_without_its_lines_is_found_whatever_was_suppressed()
    {
        _repository.Write("src/Lib/PublicAPI.Shipped.txt", "#nullable enable\n");
        _repository.Write(
            "src/Lib/PublicAPI.Unshipped.txt",
            "#nullable enable\nC\nC.C() -> void\nD\n"
        );
        _repository.Pack("public class C { public void M() { } }");

        Assert.Equal(
            """
            Lib: CMN0001 'C.M() -> void' is in the package and in neither PublicAPI.Shipped.txt nor PublicAPI.Unshipped.txt
            Lib: CMN0002 'D' is recorded as public API, but the package does not have it
            2 findings in 1 packages for 1.0.0.
            """,
            (await _repository.CheckAsync()).Output
        );
    }

    [Fact]
    public async Task Check_answers_in_JSON_and_SARIF()
    {
        await _repository.ShipAsync(V10, "1.1.0");
        _repository.Pack(V30);
        var sarif = Path.Combine(_repository.Root, "artifacts", "check.sarif");

        var run = await ToolRun.RunAsync(
            "release",
            "check",
            "--packages",
            Path.Combine(_repository.Root, "artifacts"),
            "--root",
            _repository.Root,
            "--json",
            "--sarif",
            sarif
        );

        using var json = JsonDocument.Parse(run.Output);
        using var log = JsonDocument.Parse(
            await File.ReadAllTextAsync(sarif, TestContext.Current.CancellationToken)
        );
        var result = log.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal(
            "CMN0006",
            json.RootElement.GetProperty("findings")[0].GetProperty("rule").GetString()
        );
        Assert.Equal("CMN0006", result.GetProperty("ruleId").GetString());
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task Check_says_what_is_wrong_with_its_input()
    {
        Directory.CreateDirectory(Path.Combine(_repository.Root, "artifacts"));
        var none = await _repository.CheckAsync();
        _repository.Write("artifacts/Lib.1.0.0.nupkg", "no archive");
        var broken = await _repository.CheckAsync();

        Assert.Equal(
            (5, $"error: There is no *.nupkg in {_repository.Root}/artifacts."),
            (none.ExitCode, none.Error)
        );
        Assert.Equal(
            (5, $"error: {_repository.Root}/artifacts/Lib.1.0.0.nupkg is not a NuGet package."),
            (broken.ExitCode, broken.Error)
        );
    }

    [Fact]
    public void A_built_assembly_has_the_lines_that_the_analyzers_list()
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(
            Path.PathSeparator
        );
        var references = platform.Select(p => MetadataReference.CreateFromFile(p)).ToList();
        var compilation = CSharpCompilation.Create("Reader", references: references);
        var abstractions = references.Single(r =>
            Path.GetFileName(r.FilePath) == "Common.Abstractions.dll"
        );
        var assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(abstractions)!;
        var listed = new[] { "Shipped", "Unshipped" }
            .SelectMany(f =>
                File.ReadAllLines(
                    Path.Combine(AppContext.BaseDirectory, "Abstractions", $"PublicAPI.{f}.txt")
                )
            )
            .Where(l => l.Length > 0 && l[0] != '#');

        var built = Surface
            .Read("Common.Abstractions", "1.0.0", assembly)
            .Items.Where(i => i.Surface == RecordItem.Api)
            .Select(i => i.Name);

        Assert.Equal(listed.Order(StringComparer.Ordinal), built.Order(StringComparer.Ordinal));
    }

    private async Task ShipDeprecatedAsync(string next = "1.2.0")
    {
        await _repository.ShipAsync(V10, "1.1.0");
        _repository.Announce(Announcement);
        await _repository.ShipAsync(V11, next);
        if (next == "1.2.0")
        {
            return;
        }

        _repository.Announce("- more\n");
    }

    private async Task ShipSecondAsync()
    {
        _repository.Write(
            "eng/Version.props",
            "<Project><PropertyGroup><VersionPrefix>2.0.0</VersionPrefix></PropertyGroup></Project>\n"
        );
        _repository.Announce("- more\n");
        await _repository.ShipAsync(V11, "3.0.0");
    }

    private async Task AssertFindingAsync(string finding)
    {
        var run = await _repository.CheckAsync();

        Assert.Contains(finding, run.Output.Split('\n'));
        Assert.Equal(1, run.ExitCode);
    }
}
