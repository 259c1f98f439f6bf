using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Graduating;

namespace Common.Tool.Tests.Incubator;

/// <summary>Tests of <c>common incubator graduate --to</c>: a module becomes a package of the library.</summary>
public sealed class LibraryGraduationTests
{
    private const string Changes = """
        # Changelog

        ## [Unreleased]

        ### Added

        - **House.Base**: begun.

        ## [1.0.0]

        """;

    [Fact]
    public async Task Graduate_moves_a_module_to_src_and_ends_the_making_of_copies()
    {
        using var scene = Library();

        var run = await GraduateAsync(scene, "greet", "--to", "House.Greet", "--release", "2.0");

        Assert.Equal(
            (
                0,
                """
                greet becomes the package House.Greet in 2.0; its copies get no other changes than corrections.
                  CHANGELOG.md
                  src/House.Greet/Endings/Parting.cs
                  src/House.Greet/Greeter.cs
                  src/House.Greet/House.Greet.csproj
                  src/House.Greet/README.md
                  tests/House.Greet.Tests/GreeterTests.cs
                  tests/House.Greet.Tests/House.Greet.Tests.csproj
                  upstream/greet/module.json
                """,
                ""
            ),
            (run.ExitCode, run.Output, run.Error)
        );
        Assert.Equal(
            Samples.Parting.Replace(
                "Common.Incubator.Greet",
                "House.Greet",
                StringComparison.Ordinal
            ),
            Read(scene, "src/House.Greet/Endings/Parting.cs")
        );
        Assert.Equal(
            "using House.Greet;\n\nnamespace House.Greet.Tests;\n",
            Read(scene, "tests/House.Greet.Tests/GreeterTests.cs")
        );
        Assert.Equal(
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <Description>Shows how greet works.</Description>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Common.Hosting/Common.Hosting.csproj" />
              </ItemGroup>
            </Project>

            """,
            Read(scene, "src/House.Greet/House.Greet.csproj")
        );
        Assert.Equal(
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <ProjectReference Include="../../src/House.Greet/House.Greet.csproj" />
              </ItemGroup>
            </Project>

            """,
            Read(scene, "tests/House.Greet.Tests/House.Greet.Tests.csproj")
        );
        Assert.Contains(
            """
            ## [Unreleased]

            ### Deprecated

            - **incubator/greet**: has become the package `House.Greet`. Copies get corrections until the end of 3.x; replace them: `common incubator graduate greet`.

            ### Added
            """,
            Read(scene, "CHANGELOG.md"),
            StringComparison.Ordinal
        );

        // The frozen copy is as it was, and only those who have one get it.
        Assert.Equal(Samples.Greeter, Read(scene, "upstream/greet/src/Greeter.cs"));
        var refused = await scene.RunAsync("add", "greet");
        Assert.Equal(
            (
                3,
                "error: greet has graduated in 2.0: house 1.0.0 makes no new copies. Use the package: dotnet add package House.Greet"
            ),
            (refused.ExitCode, refused.Error)
        );
    }

    [Fact]
    public async Task Graduate_takes_the_next_major_release_and_changes_nothing_in_a_dry_run()
    {
        using var scene = Library();
        var before = Files(scene);

        var run = await GraduateAsync(scene, "greet", "--to", "House.Greet", "--dry-run");

        Assert.StartsWith(
            "greet would become the package House.Greet in 2.0;",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(before, Files(scene));
    }

    [Fact]
    public async Task Graduate_moves_the_names_of_graduated_modules_that_it_needs()
    {
        using var scene = Library();
        scene.Module("party", modules: "\"greet\"");
        scene.WriteUpstream(
            "party/src/Party.cs",
            "namespace Common.Incubator.Party;\n\npublic sealed class Party : Common.Incubator.Greet.Greeter;\n"
        );

        var refused = await GraduateAsync(scene, "party", "--to", "House.Party");
        await GraduateAsync(scene, "greet", "--to", "House.Greet");
        var run = await GraduateAsync(scene, "party", "--to", "House.Party");

        Assert.Equal(
            (
                3,
                "error: party needs greet, which is incubating: a package depends on no incubating module. Let greet graduate first."
            ),
            (refused.ExitCode, refused.Error)
        );
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            "namespace House.Party;\n\npublic sealed class Party : House.Greet.Greeter;\n",
            Read(scene, "src/House.Party/Party.cs")
        );
        Assert.Contains(
            "<ProjectReference Include=\"../House.Greet/House.Greet.csproj\" />",
            Read(scene, "src/House.Party/House.Party.csproj"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("greet --to House.Greet", "src/House.Greet is there already.", 4)]
    [InlineData(
        "greet --to house/greet",
        "--to must be the name of a package that is a namespace, too, as Acme.Plugins.",
        3
    )]
    [InlineData("greet --to House.New --release next", "--release must be a release as 2.0.", 3)]
    [InlineData(
        "grete --to House.New",
        "The incubator 'house' 1.0.0 has no module 'grete'. It has: greet.",
        3
    )]
    public async Task Graduate_says_what_is_wrong(string args, string message, int code)
    {
        using var scene = Library();
        Directory.CreateDirectory(Path.Combine(scene.Root, "src/House.Greet"));
        var before = Files(scene);

        var run = await GraduateAsync(scene, args.Split(' '));

        Assert.Equal((code, $"error: {message}"), (run.ExitCode, run.Error));
        Assert.Equal(before, Files(scene));
    }

    [Fact]
    public async Task Graduate_is_done_once()
    {
        using var scene = Library();
        await GraduateAsync(scene, "greet", "--to", "House.Greet");

        var run = await GraduateAsync(scene, "greet", "--to", "House.Greet");

        Assert.Equal(
            (3, "error: greet has graduated in 2.0, to House.Greet."),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public async Task Graduate_finishes_what_a_killed_run_had_begun()
    {
        using var scene = Library();
        var folder = new ProjectFolder(scene.Root);
        Directory.CreateDirectory(folder.Full(".common"));
        var killed = new Transaction(
            folder,
            step =>
                _ = step.StartsWith("apply", StringComparison.Ordinal)
                    ? throw new OperationCanceledException()
                    : step,
            LibraryPath.Check
        );
        killed.Write("src/House.Half/House.Half.csproj", "<Project />\n");
        Assert.Throws<OperationCanceledException>(killed.Commit);

        await GraduateAsync(scene, "greet", "--to", "House.Greet");

        Assert.Equal("<Project />\n", Read(scene, "src/House.Half/House.Half.csproj"));
    }

    [Theory]
    [InlineData("src/Greeter.cs")]
    [InlineData("src/House/Other.csproj")]
    [InlineData("src/House/Deep/House.csproj")]
    [InlineData("src/House/run.sh")]
    [InlineData("Directory.Build.props")]
    [InlineData(".github/workflows/ci.cs")]
    [InlineData("../src/House/A.cs")]
    [InlineData("incubator/Greet/module.json")]
    public void LibraryPath_refuses_what_is_no_file_of_a_package(string path) =>
        Assert.Equal(
            Common.Tool.Shell.ExitCode.Refused,
            Assert.Throws<Common.Tool.Shell.ToolException>(() => LibraryPath.Check(path, "x")).Code
        );

    private static IncubatorScene Library()
    {
        var scene = Samples.Scene();
        scene.WriteUpstream(
            "greet/tests/GreeterTests.cs",
            "using Common.Incubator.Greet;\n\nnamespace Common.Incubator.Greet.Tests;\n"
        );
        scene.WriteUpstream("greet/README.md", "# greet\n");
        scene.WriteUpstream("../CHANGELOG.md", Changes);
        scene.WriteUpstream("../src/Common.Hosting/Common.Hosting.csproj", "<Project />\n");
        return scene;
    }

    private static Task<ToolRun> GraduateAsync(IncubatorScene scene, params string[] args) =>
        ToolRun.RunAsync([
            "incubator",
            "graduate",
            .. args,
            "--project",
            scene.Root,
            "--source",
            scene.Upstream,
        ]);

    private static string Read(IncubatorScene scene, string path) =>
        File.ReadAllText(Path.Combine(scene.Root, path));

    private static Dictionary<string, string> Files(IncubatorScene scene) =>
        Directory
            .EnumerateFiles(scene.Root, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/.common/", StringComparison.Ordinal))
            .ToDictionary(file => file, File.ReadAllText);
}
