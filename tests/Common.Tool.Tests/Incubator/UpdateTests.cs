namespace Common.Tool.Tests.Incubator;

public sealed class UpdateTests
{
    private const string Copy = "Incubator/Greet/Greeter.cs";
    private const string Goodbye = "\"Goodbye, \"";
    private const string Hello = "\"Hello, \"";

    [Fact]
    public async Task Update_merges_edits_of_both_sides()
    {
        using var scene = await CopiedAsync();
        scene.Edit(Copy, Goodbye, "\"Farewell, \"");
        Release(
            scene,
            "1.1.0",
            Samples.Greeter.Replace(Hello, "\"Welcome, \"", StringComparison.Ordinal)
        );

        var run = await scene.DoAsync("update");

        Assert.Equal($"greet 1.0.0 -> 1.1.0\n  merged    {Copy}", run.Output);
        var text = scene.Read(Copy);
        Assert.Contains("\"Farewell, \"", text, StringComparison.Ordinal);
        Assert.Contains("\"Welcome, \"", text, StringComparison.Ordinal);
        Assert.Contains(
            "\"version\": \"1.1.0\"",
            scene.Read("common.lock.json"),
            StringComparison.Ordinal
        );
        Assert.Equal(1, (await scene.RunAsync("status")).ExitCode);
    }

    [Fact]
    public async Task Update_is_done_once()
    {
        using var scene = await CopiedAsync();
        Release(
            scene,
            "1.1.0",
            Samples.Greeter.Replace(Hello, "\"Hi, \"", StringComparison.Ordinal)
        );
        await scene.DoAsync("update");
        var before = scene.Snapshot();

        var run = await scene.DoAsync("update");

        Assert.Equal("Nothing to do: every copy is up to date.", run.Output);
        Assert.Equal(before, scene.Snapshot());
        Assert.Equal(0, (await scene.RunAsync("check")).ExitCode);
    }

    [Fact]
    public async Task Update_marks_conflicts_and_moves_neither_base_nor_lock()
    {
        using var scene = await CopiedAsync();
        var record = scene.Read("common.lock.json");
        scene.Edit(Copy, Goodbye, "\"Farewell, \"");
        Release(
            scene,
            "1.1.0",
            Samples.Greeter.Replace(Goodbye, "\"Bye, \"", StringComparison.Ordinal)
        );

        var run = await scene.RunAsync("update");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            $"greet 1.0.0 -> 1.1.0\n  conflict  {Copy}\n1 file has conflicts. Mend them, then run: common incubator resolve",
            run.Output
        );
        Assert.Contains(
            """
            <<<<<<< yours
                    return "Farewell, " + name;
            =======
                    return "Bye, " + name;
            >>>>>>> greet 1.1.0
            """,
            scene.Read(Copy),
            StringComparison.Ordinal
        );
        Assert.Equal(record, scene.Read("common.lock.json"));
        Assert.Equal(2, (await scene.RunAsync("status")).ExitCode);
        Assert.Equal(2, (await scene.RunAsync("check")).ExitCode);
        var again = await scene.RunAsync("update");
        Assert.Equal(
            (
                2,
                "error: An update waits for 1 conflict to be resolved. Mend the files and run: common incubator resolve. To go back: common incubator resolve --abort"
            ),
            (again.ExitCode, again.Error)
        );
    }

    [Fact]
    public async Task Update_can_refuse_conflicts()
    {
        using var scene = await CopiedAsync();
        scene.Edit(Copy, Goodbye, "\"Farewell, \"");
        Release(
            scene,
            "1.1.0",
            Samples.Greeter.Replace(Goodbye, "\"Bye, \"", StringComparison.Ordinal)
        );
        var before = scene.Snapshot();

        var run = await scene.RunAsync("update", "--on-conflict", "abort");

        Assert.Equal(
            (2, $"error: Nothing was changed: {Copy} would conflict."),
            (run.ExitCode, run.Error)
        );
        Assert.Equal(before, scene.Snapshot());
    }

    [Theory]
    [InlineData("ours", "\"Farewell, \"")]
    [InlineData("theirs", "\"Bye, \"")]
    public async Task Update_can_favour_a_side(string side, string expected)
    {
        using var scene = await CopiedAsync();
        scene.Edit(Copy, Goodbye, "\"Farewell, \"");
        Release(
            scene,
            "1.1.0",
            Samples.Greeter.Replace(Goodbye, "\"Bye, \"", StringComparison.Ordinal)
        );

        await scene.DoAsync("update", "--on-conflict", side);

        Assert.Contains(expected, scene.Read(Copy), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_keeps_byte_order_mark_line_endings_and_final_newline()
    {
        using var scene = await CopiedAsync();
        var windows = "\uFEFF" + scene.Read(Copy).ReplaceLineEndings("\r\n").TrimEnd();
        scene.WriteServiceBytes(Copy, System.Text.Encoding.UTF8.GetBytes(windows));
        Assert.Equal(0, (await scene.RunAsync("check")).ExitCode);
        Release(
            scene,
            "1.1.0",
            Samples.Greeter.Replace(Hello, "\"Hi, \"", StringComparison.Ordinal)
        );

        await scene.DoAsync("update");

        Assert.Equal(
            windows.Replace(Hello, "\"Hi, \"", StringComparison.Ordinal),
            System.Text.Encoding.UTF8.GetString(scene.ReadBytes(Copy))
        );
    }

    [Fact]
    public async Task Update_takes_upstream_where_only_the_layout_was_edited()
    {
        using var scene = await CopiedAsync();
        scene.Edit(Copy, "    ", "\t");
        Release(
            scene,
            "1.1.0",
            Samples.Greeter.Replace(Hello, "\"Hi, \"", StringComparison.Ordinal)
        );
        Assert.Equal(1, (await scene.RunAsync("check")).ExitCode);

        await scene.DoAsync("update");

        Assert.DoesNotContain("\t", scene.Read(Copy), StringComparison.Ordinal);
        Assert.Equal(0, (await scene.RunAsync("check")).ExitCode);
    }

    [Fact]
    public async Task Update_follows_a_rename_upstream_and_carries_edits_along()
    {
        using var scene = await CopiedAsync();
        scene.Edit(Copy, Goodbye, "\"Farewell, \"");
        scene.DeleteUpstream("greet/src/Greeter.cs");
        scene.WriteUpstream(
            "greet/src/Welcomer.cs",
            Samples.Greeter.Replace("class Greeter", "class Welcomer", StringComparison.Ordinal)
        );
        scene.SetVersion("1.1.0");

        var run = await scene.DoAsync("update");

        Assert.Equal(
            $"greet 1.0.0 -> 1.1.0\n  merged    Incubator/Greet/Welcomer.cs (was {Copy})",
            run.Output
        );
        Assert.False(scene.Has(Copy));
        Assert.Contains(
            "\"Farewell, \"",
            scene.Read("Incubator/Greet/Welcomer.cs"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "class Welcomer",
            scene.Read("Incubator/Greet/Welcomer.cs"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Update_follows_a_move_in_the_service()
    {
        using var scene = await CopiedAsync();
        File.Move(
            Path.Combine(scene.Service, Copy),
            Path.Combine(scene.Service, "Incubator/Greet/Endings/Greeter.cs")
        );
        Assert.Contains(
            $"moved       {Copy} -> Incubator/Greet/Endings/Greeter.cs",
            (await scene.RunAsync("status")).Output,
            StringComparison.Ordinal
        );
        Release(
            scene,
            "1.1.0",
            Samples.Greeter.Replace(Hello, "\"Hi, \"", StringComparison.Ordinal)
        );

        await scene.DoAsync("update");

        Assert.Contains(
            "\"Hi, \"",
            scene.Read("Incubator/Greet/Endings/Greeter.cs"),
            StringComparison.Ordinal
        );
        Assert.False(scene.Has(Copy));
        Assert.Equal(0, (await scene.RunAsync("check")).ExitCode);
    }

    [Fact]
    public async Task Update_removes_what_upstream_removed()
    {
        using var scene = await CopiedAsync();
        scene.DeleteUpstream("greet/src/Endings/Parting.cs");
        scene.SetVersion("1.1.0");

        var run = await scene.DoAsync("update");

        Assert.Equal(
            "greet 1.0.0 -> 1.1.0\n  removed   Incubator/Greet/Endings/Parting.cs",
            run.Output
        );
        Assert.False(Directory.Exists(Path.Combine(scene.Service, "Incubator/Greet/Endings")));
    }

    [Fact]
    public async Task Update_marks_an_edited_file_that_upstream_removed()
    {
        using var scene = await CopiedAsync();
        scene.Edit("Incubator/Greet/Endings/Parting.cs", "Warm,", "Warm,\n    Cold,");
        scene.DeleteUpstream("greet/src/Endings/Parting.cs");
        scene.SetVersion("1.1.0");

        var run = await scene.RunAsync("update");

        Assert.Equal(2, run.ExitCode);
        var text = scene.Read("Incubator/Greet/Endings/Parting.cs");
        Assert.StartsWith("<<<<<<< yours\n#nullable enable\n", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n=======\n>>>>>>> greet 1.1.0\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_marks_a_file_that_the_service_deleted_and_upstream_changed()
    {
        using var scene = await CopiedAsync();
        File.Delete(Path.Combine(scene.Service, Copy));
        Release(
            scene,
            "1.1.0",
            Samples.Greeter.Replace(Hello, "\"Hi, \"", StringComparison.Ordinal)
        );

        var run = await scene.RunAsync("update");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(
            "<<<<<<< yours\n=======\n#nullable enable\n",
            scene.Read(Copy),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Update_marks_a_file_that_both_sides_added()
    {
        using var scene = await CopiedAsync();
        scene.WriteService("Incubator/Greet/Extra.cs", "// mine\n");
        scene.WriteUpstream("greet/src/Extra.cs", "// upstream's\n");
        scene.SetVersion("1.1.0");

        var run = await scene.RunAsync("update");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            "<<<<<<< yours\n// mine\n=======\n#nullable enable\n// upstream's\n>>>>>>> greet 1.1.0\n",
            scene.Read("Incubator/Greet/Extra.cs")
        );
    }

    private static async Task<IncubatorScene> CopiedAsync()
    {
        var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        return scene;
    }

    private static void Release(IncubatorScene scene, string version, string greeter)
    {
        scene.WriteUpstream("greet/src/Greeter.cs", greeter);
        scene.SetVersion(version);
    }
}
