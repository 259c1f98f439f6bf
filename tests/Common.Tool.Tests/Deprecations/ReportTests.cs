namespace Common.Tool.Tests.Deprecations;

/// <summary>Every use is found on every surface, in the words of its stage.</summary>
public sealed class ReportTests
{
    private const string Use = """
        using Lib;

        public static class Code
        {
            public static int A => Stock.Old("a");
        }
        """;

    [Fact]
    public async Task At_the_release_that_deprecates_it_is_deprecated()
    {
        using var scene = new ConsumerScene("1.1", Packages.Deprecating);
        scene.Code(Use);

        var run = await scene.ReportAsync();

        Assert.Equal(
            """
            Deprecated: the next major release still has it
              static Lib.Stock.Old(string! sku) -> int  Lib, deprecated since 1.1, removed in 3.0: use 'Count(sku)'
                Shop/Code.cs(5,34)

            1 use of 1 thing in 1 project: 1 deprecated; 0 suppressed, 0 waived.
            """,
            run.Output
        );
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("2.0", "In its last release: the next major release removes it", "1 last-release")]
    [InlineData("1.1", "Gone in 3.0", "1 gone-in-target", "--to", "3.0")]
    [InlineData(
        "1.1",
        "Deprecated: the next major release still has it",
        "1 deprecated",
        "--to",
        "2.0"
    )]
    public async Task The_stage_follows_from_the_referenced_release(
        string version,
        string title,
        string count,
        params string[] arguments
    )
    {
        using var scene = new ConsumerScene(version, Packages.Deprecating);
        scene.Code(Use);

        var run = await scene.ReportAsync(arguments);

        Assert.StartsWith(title + "\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(count, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_gone_is_still_known()
    {
        using var scene = new ConsumerScene("3.0", Packages.Removing, Packages.Gone);
        scene.Code(Use + "\npublic static class H { public const string Name = \"x-article\"; }");
        scene.Write("services/Shop/appsettings.json", "{\n  \"Lib\": { \"size\": 4 }\n}\n");

        var run = await scene.ReportAsync();

        Assert.Equal(
            """
            Gone: the referenced release does not have it
              static Lib.Stock.Old(string! sku) -> int  Lib, deprecated since 1.1, removed in 3.0: use 'Count(sku)'
                Shop/Code.cs(5,34)
              config Lib:Size  Lib, deprecated since 1.1, removed in 3.0: use 'Lib:Count'
                Shop/appsettings.json(2,12)  by hand: no code fix edits settings
              header X-Article  Lib, deprecated since 1.1, removed in 3.0: use 'X-Sku'
                Shop/Code.cs(7,52)  by hand: it is named in a string

            3 uses of 3 things in 1 project: 3 removed; 0 suppressed, 0 waived, 2 by hand.
            """,
            run.Output
        );
    }

    [Fact]
    public async Task Names_in_literals_are_uses_of_what_they_name()
    {
        using var scene = new ConsumerScene("1.1", Packages.Deprecating);
        scene.Code(
            """"
            public static class Code
            {
                public const string Event = "stock.counted";
                public const string Error = """sku.missing""";
                public static System.ReadOnlySpan<byte> Header => "X-ARTICLE"u8;
                public const string Key = "lib:size";
                public const string NoEvent = "Stock.Counted";
                public const string Longer = "see stock.counted";
            }
            """"
        );

        var run = await scene.ReportAsync();

        Assert.Equal(
            """
            Deprecated: the next major release still has it
              config Lib:Size  Lib, deprecated since 1.1, removed in 3.0: use 'Lib:Count'
                Shop/Code.cs(6,31)  by hand: it is named in a string
              error sku.missing  Lib, deprecated since 1.1, removed in 3.0: use 'sku.unknown'
                Shop/Code.cs(4,33)  by hand: it is named in a string
              event stock.counted  Lib, deprecated since 1.1, removed in 3.0: use 'stock.changed'
                Shop/Code.cs(3,33)  by hand: it is named in a string
              header X-Article  Lib, deprecated since 1.1, removed in 3.0: use 'X-Sku'
                Shop/Code.cs(5,55)  by hand: it is named in a string

            4 uses of 4 things in 1 project: 4 deprecated; 0 suppressed, 0 waived, 4 by hand.
            """,
            run.Output
        );
    }

    [Fact]
    public async Task Keys_are_found_in_every_file_of_settings_with_comments_and_colons()
    {
        using var scene = new ConsumerScene("1.1", Packages.Deprecating);
        scene.Write(
            "services/Shop/appsettings.Production.json",
            "// ours\n{ \"Other\": [ { \"Size\": 1 } ],\n  \"Lib:Size\": 4, }\n"
        );
        scene.Write("services/Shop/config.d/10-lib.json", "{\"Lib\":{\"Size\":{}}}");
        scene.Write("services/Shop/bin/appsettings.json", "{\"Lib\":{\"Size\":1}}");
        scene.Write("services/Shop/other.json", "{\"Lib\":{\"Size\":1}}");

        var run = await scene.ReportAsync();

        Assert.Contains(
            """
                Shop/appsettings.Production.json(3,3)  by hand: no code fix edits settings
                Shop/config.d/10-lib.json(1,9)         by hand: no code fix edits settings

            2 uses
            """,
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_was_removed_for_security_is_known_too()
    {
        using var scene = new ConsumerScene("1.3", Packages.Removing);
        scene.Write(
            "packages/lib/buildTransitive/Lib.exceptions.txt",
            "security-removal\tapi\tstatic Lib.Stock.Old(string! sku) -> int\t1.3\tit can be guessed\nsecurity-removal\theader\tX-Article\t1.3\tit leaks\nsecurity-removal\theader\tX-Later\t1.4\tit leaks\n"
        );
        scene.Code(
            Use
                + "\npublic static class H { public const string Name = \"x-article\", Later = \"X-Later\"; }"
        );

        var run = await scene.ReportAsync();

        Assert.Equal(
            """
            Gone: the referenced release does not have it
              static Lib.Stock.Old(string! sku) -> int  Lib, removed in 1.3: it can be guessed
                Shop/Code.cs(5,34)  by hand: the author names no replacement
              header X-Article  Lib, removed in 1.3: it leaks
                Shop/Code.cs(7,52)  by hand: it is named in a string

            2 uses of 2 things in 1 project: 2 removed; 0 suppressed, 0 waived, 2 by hand.
            """,
            run.Output
        );
    }

    [Fact]
    public async Task A_deprecation_that_was_taken_back_is_none()
    {
        using var scene = new ConsumerScene(
            "3.0",
            Packages.Removing,
            "header\tdeprecated\tX-Article\tsince=1.1\tuse=X-Sku"
        );
        scene.Write(
            "packages/lib/buildTransitive/Lib.exceptions.txt",
            "revoked\theader\tX-Article\t2.0\tthe new one was never read\n"
        );
        scene.Code("public static class H { public const string Name = \"X-Article\"; }");

        var run = await scene.ReportAsync();

        Assert.Equal("Nothing that goes away is used in 1 project.", run.Output);
    }

    [Fact]
    public async Task A_compiled_library_that_uses_what_is_gone_is_named()
    {
        using var scene = new ConsumerScene("3.0", Packages.Removing, Packages.Gone);
        scene.AddLibrary(
            "Team",
            "public static class T { public static int N => Lib.Stock.Old(\"a\"); }",
            Packages.Deprecating
        );

        var run = await scene.ReportAsync();

        Assert.Contains(
            "Lib.Stock.Old(string)  Lib, gone: update Team",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "    Shop/Shop.csproj  by hand: it is compiled\n",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("NET6_0_OR_GREATER")]
    [InlineData("NETCOREAPP3_1_OR_GREATER && !NETFRAMEWORK")]
    public async Task What_is_for_the_frameworks_of_today_is_seen(string condition)
    {
        using var scene = new ConsumerScene("1.1", Packages.Deprecating);
        scene.Code($"#if {condition}\n{Use}\n#endif\n");

        Assert.Contains(
            "Shop/Code.cs(",
            (await scene.ReportAsync()).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_cannot_be_looked_at_is_said()
    {
        using var scene = new ConsumerScene("1.1", Packages.Deprecating);
        scene.Code("class {\n", "Broken.cs");
        scene.Write("services/Shop/appsettings.json", "{\n \"Lib\": {,\n");

        var run = await scene.ReportAsync();

        Assert.Equal(
            """
            warning: Shop/appsettings.json(2): this is not JSON, and what follows is not looked at
            warning: Shop/Broken.cs(1): the code does not parse, so that uses may be missed: Identifier expected
            """,
            run.Error
        );
        Assert.Equal("Nothing that goes away is used in 1 project.", run.Output);
    }

    [Fact]
    public async Task A_project_that_is_not_restored_is_named_and_the_others_are_looked_through()
    {
        using var scene = new ConsumerScene("1.1", Packages.Deprecating);
        scene.Code(Use);
        scene.Write("services/Other/Other.csproj", "<Project />");
        scene.Write("services/Third/Third.csproj", "<Project />");
        scene.Write("services/Third/obj/project.assets.json", "{ \"targets\": ");

        var run = await scene.ReportAsync();

        Assert.Equal(5, run.ExitCode);
        var lines = run.Error.Split('\n');
        Assert.Equal(
            $"warning: {scene.PathOf("services/Other/Other.csproj")}: the project is not restored, so that its packages are not known; run dotnet restore first.",
            lines[0]
        );
        Assert.StartsWith(
            $"warning: {scene.PathOf("services/Third/obj/project.assets.json")}: the file is damaged; run dotnet restore again.",
            lines[1],
            StringComparison.Ordinal
        );
        Assert.Contains("1 use of 1 thing in 1 project:", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "--fail-on", "last-release")]
    [InlineData("1", "--fail-on", "deprecated")]
    [InlineData("1", "--fail-on", "last-release", "--to", "3.0")]
    [InlineData("0")]
    public async Task The_exit_code_is_what_was_asked_for(string code, params string[] arguments)
    {
        using var scene = new ConsumerScene("1.1", Packages.Deprecating);
        scene.Code(Use);

        var run = await scene.ReportAsync(arguments);

        Assert.Equal(
            code,
            run.ExitCode.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public async Task A_solution_names_its_projects()
    {
        using var scene = new ConsumerScene("1.1", Packages.Deprecating);
        scene.Code(Use);
        scene.Write(
            "services/All.slnx",
            "<Solution>\n  <Project Path=\"Shop/Shop.csproj\" />\n</Solution>\n"
        );
        scene.Write("services/Other/Other.csproj", "<Project />");

        var run = await ToolRun.RunAsync(
            "deprecations",
            "report",
            scene.PathOf("services/All.slnx")
        );

        Assert.Contains("Shop/Code.cs(5,34)", run.Output, StringComparison.Ordinal);
        Assert.Contains("in 1 project:", run.Output, StringComparison.Ordinal);
    }
}
