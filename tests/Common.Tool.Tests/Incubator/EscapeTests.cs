namespace Common.Tool.Tests.Incubator;

/// <summary>Each way out of the target folder, tried with the real commands.</summary>
public sealed class EscapeTests
{
    public static TheoryData<string> Entries =>
        [
            "src/../../../Evil.cs",
            "/tmp/Evil.cs",
            "C:/Evil.cs",
            "src/..\\\\..\\\\Evil.cs",
            "src/NUL.cs",
            "src/.git/hooks.cs",
            "src/x.csproj",
            "src/common.lock.json",
            "src/\\u202eEvil.cs",
            "../**/*.cs",
        ];

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task Add_refuses_a_module_that_names_a_file_elsewhere(string entry)
    {
        using var scene = Samples.Scene();
        scene.Module("greet", source: $"\"{entry}\"");
        var before = scene.Snapshot();

        var run = await scene.RunAsync("add", "greet");

        Assert.Equal((4, ""), (run.ExitCode, run.Output));
        Assert.Contains("which is refused: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, scene.Snapshot());
        Assert.False(File.Exists(Path.Combine(scene.Root, "Evil.cs")));
    }

    [Fact]
    public async Task Add_refuses_a_module_with_twins()
    {
        using var scene = Samples.Scene();
        scene.WriteUpstream("greet/src/greeter.cs", "class X;\n");

        var run = await scene.RunAsync("add", "greet");

        Assert.Equal(
            (
                4,
                "error: module 'greet' names both Greeter.cs and greeter.cs, which are one on many file systems."
            ),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public async Task Add_refuses_a_link_in_the_module()
    {
        using var scene = Samples.Scene();
        File.WriteAllText(Path.Combine(scene.Root, "secret.cs"), "// secret\n");
        File.CreateSymbolicLink(
            Path.Combine(scene.Upstream, "greet/src/Secret.cs"),
            Path.Combine(scene.Root, "secret.cs")
        );

        var run = await scene.RunAsync("add", "greet");

        Assert.Equal(
            (
                4,
                "error: src/Secret.cs is a link. Replace it by a real file or folder: the tool follows no links."
            ),
            (run.ExitCode, run.Error)
        );
    }

    [Theory]
    [InlineData("Incubator", "Incubator")]
    [InlineData("Incubator/Greet", "Incubator/Greet")]
    [InlineData(".common", ".common")]
    [InlineData(".common/base", ".common/base")]
    public async Task Add_refuses_a_folder_that_is_a_link(string folder, string shown)
    {
        using var scene = Samples.Scene();
        var elsewhere = Path.Combine(scene.Root, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        var link = Path.Combine(scene.Service, folder);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        Directory.CreateSymbolicLink(link, elsewhere);

        var run = await scene.RunAsync("add", "greet");

        Assert.Equal(
            (
                4,
                $"error: {shown} is a link. Replace it by a real file or folder: the tool follows no links."
            ),
            (run.ExitCode, run.Error)
        );
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere));
    }

    [Theory]
    [InlineData("common.json")]
    [InlineData("common.lock.json")]
    [InlineData("Incubator/Greet/Greeter.cs")]
    public async Task Add_refuses_a_file_that_is_a_link(string file)
    {
        using var scene = Samples.Scene();
        var target = Path.Combine(scene.Root, "target");
        var link = Path.Combine(scene.Service, file);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, target); // it dangles: writing through it would create the target

        var run = await scene.RunAsync("add", "greet");

        Assert.Equal(4, run.ExitCode);
        Assert.False(File.Exists(target));
    }

    [Theory]
    [InlineData("Incubator/Greet/Greeter.cs", "Program.cs")]
    [InlineData("Incubator/Greet/Greeter.cs", "../Evil.cs")]
    [InlineData("Incubator/Greet/Greeter.cs", "Incubator/Greet/../../../Evil.cs")]
    [InlineData("\"folder\": \"Incubator/Greet\"", "\"folder\": \"..\"")]
    public async Task Update_refuses_a_lock_that_names_a_file_elsewhere(string from, string to)
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        scene.Edit("common.lock.json", from, to);
        scene.SetVersion("1.1.0");
        scene.WriteUpstream("greet/src/Greeter.cs", "class X;\n");
        var before = scene.Snapshot();

        var run = await scene.RunAsync("update");

        Assert.Equal(4, run.ExitCode);
        Assert.Equal(before, scene.Snapshot());
    }

    [Fact]
    public async Task Update_refuses_an_intent_that_names_a_folder_elsewhere()
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        scene.Edit("common.json", "\"modules\"", "\"folder\": \"../out\",\n  \"modules\"");

        var run = await scene.RunAsync("update");

        Assert.Equal(
            (
                4,
                "error: common.json: folder names '../out', which is refused: a segment begins with a dot."
            ),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public async Task Status_refuses_a_journal_that_names_a_file_elsewhere()
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        scene.WriteService(".common/stage/0", "evil");
        scene.WriteService(
            ".common/journal.json",
            """{ "schema": 1, "steps": [{ "path": "../Evil.cs", "staged": "0", "hash": "00" }] }"""
        );

        var run = await scene.RunAsync("status");

        Assert.Equal(
            (
                4,
                "error: .common/journal.json names '../Evil.cs', which is refused: a segment begins with a dot."
            ),
            (run.ExitCode, run.Error)
        );
        Assert.False(File.Exists(Path.Combine(scene.Root, "Evil.cs")));
    }
}
