namespace Common.Tool.Tests.Incubator;

/// <summary>Projects that are as no guide describes them, but as merges, other incubators and people leave them.</summary>
public sealed class OddProjectTests
{
    private const string Copy = "Incubator/Greet/Greeter.cs";

    [Fact]
    public async Task Add_leaves_no_trace_of_a_dry_run()
    {
        using var scene = Samples.Scene();

        await scene.DoAsync("add", "greet", "--dry-run");

        Assert.False(Directory.Exists(Path.Combine(scene.Service, ".common")));
    }

    [Fact]
    public async Task Add_finds_the_place_for_modules_before_a_last_comment()
    {
        using var scene = Samples.Scene();
        scene.WriteService(
            "common.json",
            "{\n  \"schema\": 1,\n  \"rootNamespace\": \"Acme\" // {ours}\n}\n// the end }\n"
        );

        await scene.DoAsync("add", "greet");

        Assert.Equal(
            "{\n  \"schema\": 1,\n  \"rootNamespace\": \"Acme\",\n  \"modules\": {\n    \"greet\": {}\n  } // {ours}\n}\n// the end }\n",
            scene.Read("common.json")
        );
    }

    [Theory]
    [InlineData(
        """{ "schema": 1, "rootNamespace": "Acme", "modules": { "greet": {}, "greet": {} } }""",
        "common.json: modules has 'greet' twice; leave one of them."
    )]
    [InlineData(
        """{ "schema": 1, "rootNamespace": "Acme", "modules": { "greet": {} }, "modules": {} }""",
        "common.json has 'modules' twice; leave one of them."
    )]
    public async Task Status_says_what_two_branches_left_there_twice(string intent, string message)
    {
        using var scene = Samples.Scene();
        scene.WriteService("common.json", intent);

        var run = await scene.RunAsync("status");

        Assert.Equal((3, $"error: {message}"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Add_does_not_pass_over_another_namespace_in_silence()
    {
        using var scene = Samples.Scene();
        scene.Module("part");
        scene.WriteUpstream("part/src/A.cs", "namespace Common.Incubator.Part;\n");
        await scene.DoAsync("add", "greet", "--namespace", "Orders");

        var run = await scene.RunAsync("add", "part", "--namespace", "Acme.Orders");

        Assert.Equal(
            (
                3,
                "error: common.json says that the root namespace is Orders. To move the copies, change it there and run: common incubator update"
            ),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public async Task Add_says_that_a_copy_is_older_than_what_needs_it()
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        scene.SetVersion("1.1.0");
        scene.WriteUpstream("greet/src/More.cs", "namespace Common.Incubator.Greet;\n");
        scene.Module("part", "\"greet\"");
        scene.WriteUpstream("part/src/A.cs", "namespace Common.Incubator.Part;\n");

        var old = await scene.DoAsync("add", "part");
        await scene.DoAsync("update");
        await scene.DoAsync("remove", "part");
        var fresh = await scene.DoAsync("add", "part");

        const string Says =
            "greet is here at 1.0.0, and what was copied was written for 1.1.0. Bring it up to date: common incubator update greet";
        Assert.Contains(Says, old.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("greet is here", fresh.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_and_add_keep_the_pristine_copies_of_a_lock_that_got_lost()
    {
        using var scene = Samples.Scene();
        scene.Module("part");
        scene.WriteUpstream("part/src/A.cs", "namespace Common.Incubator.Part;\n");
        await scene.DoAsync("add", "greet");
        var record = scene.Read("common.lock.json");
        File.Delete(Path.Combine(scene.Service, "common.lock.json"));

        var update = await scene.DoAsync("update");
        await scene.DoAsync("add", "part");
        scene.WriteService("common.lock.json", record);
        var check = await scene.RunAsync("check");

        Assert.Contains(
            "common.json asks for greet, which is not copied. Run: common incubator add greet",
            update.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("damaged", check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Incubator/Greet/Host.cs/notes.txt",
        "Incubator/Greet/Host.cs is a folder, and is to be a file."
    )]
    [InlineData("Incubator/Greet/Deep", "Incubator/Greet/Deep is a file, and is to be a folder.")]
    public async Task Update_refuses_what_would_stop_it_in_its_midst(string there, string message)
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        scene.WriteService(there, "ours");
        scene.SetVersion("1.1.0");
        scene.WriteUpstream("greet/src/Host.cs", "namespace Common.Incubator.Greet;\n");
        scene.WriteUpstream("greet/src/Deep/Well.cs", "namespace Common.Incubator.Greet;\n");
        var before = scene.Snapshot();

        var run = await scene.RunAsync("update");

        Assert.Equal(
            (4, $"error: {message} Move it away, then try again."),
            (run.ExitCode, run.Error)
        );
        Assert.Equal(before, scene.Snapshot());
    }

    [Fact]
    public async Task Project_is_a_folder_and_no_file()
    {
        using var scene = Samples.Scene();
        var project = Path.Combine(scene.Service, "Orders.csproj");

        var run = await ToolRun.RunAsync("incubator", "status", "--project", project);

        Assert.Equal(
            (3, $"error: {project} is a file. Name the folder that it lies in."),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public async Task Update_refuses_to_write_over_a_copy_that_was_moved_there()
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        scene.WriteService("Incubator/Greet/Host.cs", scene.Read(Copy));
        File.Delete(Path.Combine(scene.Service, Copy));
        scene.SetVersion("1.1.0");
        scene.WriteUpstream("greet/src/Host.cs", "namespace Common.Incubator.Greet;\n");
        var before = scene.Snapshot();

        var run = await scene.RunAsync("update");

        Assert.Equal(
            (
                4,
                "error: Incubator/Greet/Host.cs is the copy of src/Greeter.cs, which was moved there, and upstream's src/Host.cs is to lie there, too. Move the copy elsewhere, then try again."
            ),
            (run.ExitCode, run.Error)
        );
        Assert.Equal(before, scene.Snapshot());
    }

    [Fact]
    public async Task Copies_of_two_incubators_leave_each_other_alone()
    {
        using var scene = Samples.Scene();
        using var other = Samples.Scene();
        other.WriteUpstream(
            "incubator.json",
            """{ "schema": 1, "name": "yard", "version": "1.0.0", "namespace": "Common.Incubator" }"""
        );
        other.Module("tool");
        other.Module("work", "\"tool\"");
        other.WriteUpstream("tool/src/T.cs", "namespace Common.Incubator.Tool;\n");
        other.WriteUpstream("work/src/W.cs", "namespace Common.Incubator.Work;\n");
        await scene.DoAsync("add", "greet");
        await OfOtherAsync("add", "work");

        var update = await OfOtherAsync("update", "greet");
        var remove = await scene.DoAsync("remove", "greet");

        Assert.Equal(
            (
                3,
                "error: The copy of greet is of the incubator 'house', and this is 'yard'. Name its own: --source DIR"
            ),
            (update.ExitCode, update.Error)
        );
        Assert.Equal("greet removed", remove.Output);
        Assert.True(scene.Has("Incubator/Tool/T.cs"), "work needs it");
        Assert.Equal("tool removed\nwork removed", (await OfOtherAsync("remove", "work")).Output);

        Task<ToolRun> OfOtherAsync(params string[] args) =>
            ToolRun.RunAsync([
                "incubator",
                .. args,
                "--project",
                scene.Service,
                "--source",
                other.Upstream,
            ]);
    }

    [Fact]
    public async Task Census_goes_on_with_the_others_where_one_cannot_be_read()
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        scene.WriteService("broken/common.lock.json", "<<<<<<< HEAD\n");

        var run = await ToolRun.RunAsync("incubator", "census", scene.Root);

        var broken = Path.Combine(scene.Service, "broken");
        Assert.Equal(
            (
                3,
                $"greet\n  1.0.0  {scene.Service}",
                $"warning: {broken} is left out: {broken}/common.lock.json is not JSON: line 1, column 1."
            ),
            (run.ExitCode, run.Output, run.Error)
        );
    }
}
