namespace Common.Tool.Tests.Incubator;

public sealed class OtherCommandTests
{
    private const string Copy = "Incubator/Greet/Greeter.cs";

    [Fact]
    public async Task List_names_the_modules()
    {
        using var scene = Samples.Scene();
        scene.Module(
            "old",
            graduated: """{ "release": "1.0", "package": "Common.Old", "namespace": "Common.Old" }"""
        );

        var run = await ToolRun.RunAsync("incubator", "list", "--source", scene.Upstream);

        Assert.Equal(
            "house 1.0.0\ngreet  Shows how greet works.\nold    Shows how old works. (graduated in 1.0: use Common.Old)",
            run.Output
        );
    }

    [Fact]
    public async Task List_says_that_there_is_no_incubator()
    {
        var run = await ToolRun.RunAsync("incubator", "list", "--source", "nowhere");

        Assert.Equal(
            (5, "error: nowhere is not an incubator: it has no incubator.json."),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public async Task List_works_on_the_incubator_that_the_tool_carries()
    {
        var run = await ToolRun.RunAsync("incubator", "list");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\nweb ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Info_describes_a_module()
    {
        using var scene = Samples.Scene();

        var run = await ToolRun.RunAsync("incubator", "info", "greet", "--source", scene.Upstream);

        Assert.Equal(
            """
            greet 1.0.0
              purpose    Shows how greet works.
              owner      the tests
              since      1.0
              exit       2030-01-01
              packages   Common.Hosting
              source src/Endings/Parting.cs
              source src/Greeter.cs
            """,
            run.Output
        );
    }

    [Fact]
    public async Task Diff_shows_both_sides_apart()
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        scene.Edit(Copy, "Goodbye", "Farewell");
        scene.WriteUpstream(
            "greet/src/Greeter.cs",
            Samples.Greeter.Replace("Hello", "Welcome", StringComparison.Ordinal)
        );
        scene.SetVersion("1.1.0");

        var run = await scene.DoAsync("diff", "greet");

        Assert.Equal(
            """
            What you changed
            --- a/Incubator/Greet/Greeter.cs
            +++ b/Incubator/Greet/Greeter.cs
            @@ -17,6 +17,6 @@
                 public string Leave(string name)
                 {
                     ArgumentNullException.ThrowIfNull(name);
            -        return "Goodbye, " + name;
            +        return "Farewell, " + name;
                 }
             }
            What upstream changed, up to 1.1.0
            --- a/Incubator/Greet/Greeter.cs
            +++ b/Incubator/Greet/Greeter.cs
            @@ -10,7 +10,7 @@
                 public string Greet(string name)
                 {
                     ArgumentNullException.ThrowIfNull(name);
            -        return "Hello, " + name;
            +        return "Welcome, " + name;
                 }
             
                 /// <summary>Says goodbye.</summary>
            """,
            run.Output
        );
    }

    [Fact]
    public async Task Remove_deletes_a_copy_and_what_only_it_needed()
    {
        using var scene = Samples.Scene();
        scene.Module("party", modules: "\"greet\"");
        scene.WriteUpstream("party/src/Party.cs", "class Party;\n");
        var before = scene.Snapshot();
        await scene.DoAsync("add", "party");

        var refused = await scene.RunAsync("remove", "greet");
        Assert.Equal(
            (3, "error: party needs greet, so its copy stays. Remove party first, or with it."),
            (refused.ExitCode, refused.Error)
        );
        var run = await scene.DoAsync("remove", "party");

        Assert.Equal("greet removed\nparty removed", run.Output);
        Assert.Equal(
            before.Keys.Concat([".common/.gitignore", "common.json", "common.lock.json"]).Order(),
            scene.Snapshot().Keys.Order()
        );
    }

    [Fact]
    public async Task Remove_refuses_to_lose_edits()
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        scene.Edit(Copy, "Goodbye", "Farewell");

        var run = await scene.RunAsync("remove", "greet");

        Assert.Equal(
            (
                4,
                $"error: greet was edited here: {Copy}. Move the edits elsewhere, or lose them: --force"
            ),
            (run.ExitCode, run.Error)
        );
        await scene.DoAsync("remove", "greet", "--force");
        Assert.False(scene.Has(Copy));
    }

    [Fact]
    public async Task Census_tells_who_has_what()
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        scene.Edit(Copy, "Goodbye", "Farewell");

        var run = await ToolRun.RunAsync("incubator", "census", scene.Root);

        Assert.Equal($"greet\n  1.0.0  {scene.Service}, 1 edited", run.Output);
    }

    [Fact]
    public async Task Graduation_leads_from_the_copy_to_the_package_over_three_releases()
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        scene.WriteService(
            "Program.cs",
            "using Orders.Incubator.Greet;\nnew Greeter().Greet(\"x\");\n"
        );
        scene.WriteServiceBytes("Old.cs", [.. "// Gr"u8, 0xF6, 0xDF, .. "e\n"u8]); // no UTF-8, and no copy
        scene.Module(
            "greet",
            graduated: """{ "release": "2.0", "package": "Common.Greet", "namespace": "Common.Greet" }"""
        );

        scene.SetVersion("2.0.0");
        var add = await scene.RunAsync("add", "greet", "--project", scene.Root);
        Assert.Equal(3, add.ExitCode);
        Assert.Equal(0, (await scene.RunAsync("check")).ExitCode);
        Assert.EndsWith(
            "greet has graduated in 2.0. Replace the copy by the package Common.Greet: common incubator graduate greet",
            (await scene.DoAsync("update")).Output,
            StringComparison.Ordinal
        );

        scene.SetVersion("3.0.0");
        scene.WriteUpstream(
            "greet/src/Greeter.cs",
            Samples.Greeter.Replace("Hello", "Hi", StringComparison.Ordinal)
        );
        await scene.DoAsync("update");
        var warned = await scene.DoAsync("check");
        Assert.StartsWith(
            "graduated: greet has graduated in 2.0: this is the last release with fixes for copies. Replace the copy by the package Common.Greet: common incubator graduate greet",
            warned.Output,
            StringComparison.Ordinal
        );

        scene.SetVersion("4.0.0");
        var update = await scene.RunAsync("update", "greet");
        Assert.Equal(
            (
                3,
                "error: greet has graduated in 2.0, and its copies get no updates any more. Replace the copy by the package Common.Greet: common incubator graduate greet"
            ),
            (update.ExitCode, update.Error)
        );
        Assert.Equal(1, (await scene.RunAsync("check")).ExitCode);

        var used = await scene.RunAsync("graduate", "greet");
        Assert.Equal(3, used.ExitCode);
        Assert.StartsWith(
            "error: Orders.Incubator.Greet is still used in Program.cs. Reference Common.Greet and move the code to Common.Greet first",
            used.Error,
            StringComparison.Ordinal
        );
        scene.WriteService("Program.cs", "using Common.Greet;\nnew Greeter().Greet(\"x\");\n");
        scene.Edit(Copy, "Goodbye", "Farewell");
        Assert.Equal(4, (await scene.RunAsync("graduate", "greet")).ExitCode);
        Assert.True(scene.Has(Copy));

        await scene.DoAsync("graduate", "greet", "--patch");
        Assert.False(scene.Has(Copy));
        Assert.Contains(
            "+        return \"Farewell, \" + name;",
            scene.Read(".common/graduated/greet.patch"),
            StringComparison.Ordinal
        );
        await scene.DoAsync("check");
    }
}
