namespace Common.Tool.Tests.Incubator;

public sealed class ResolveTests
{
    private const string Copy = "Incubator/Greet/Greeter.cs";

    [Fact]
    public async Task Resolve_waits_until_no_markers_are_left()
    {
        using var scene = await InConflictAsync();

        var early = await scene.RunAsync("resolve");
        Assert.Equal(
            (2, $"conflict {Copy}\n1 file still has markers."),
            (early.ExitCode, early.Output)
        );
        var lines = scene
            .Read(Copy)
            .Split('\n')
            .Where(line =>
                !line.StartsWith("<<<<<<<", StringComparison.Ordinal)
                && !line.StartsWith("=======", StringComparison.Ordinal)
                && !line.StartsWith(">>>>>>>", StringComparison.Ordinal)
                && !line.Contains("Bye", StringComparison.Ordinal)
            );
        scene.WriteService(Copy, string.Join('\n', lines));

        var run = await scene.DoAsync("resolve");

        Assert.Equal("Resolved: the update is complete.", run.Output);
        Assert.Contains(
            "\"version\": \"1.1.0\"",
            scene.Read("common.lock.json"),
            StringComparison.Ordinal
        );
        Assert.False(scene.Has(".common/pending.json"));
        Assert.Contains(
            $"edited      {Copy}",
            (await scene.RunAsync("status")).Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("--ours", "Farewell", "Bye")]
    [InlineData("--theirs", "Bye", "Farewell")]
    public async Task Resolve_settles_for_a_side(string side, string there, string gone)
    {
        using var scene = await InConflictAsync();

        await scene.DoAsync("resolve", side);

        Assert.Contains(there, scene.Read(Copy), StringComparison.Ordinal);
        Assert.DoesNotContain(gone, scene.Read(Copy), StringComparison.Ordinal);
        Assert.Contains("Welcome", scene.Read(Copy), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolve_can_go_back()
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        scene.Edit(Copy, "Goodbye", "Farewell");
        var before = scene.Snapshot();
        await ConflictAsync(scene);

        var run = await scene.DoAsync("resolve", "--abort");

        Assert.Equal("The update was undone.", run.Output);
        Assert.Equal(before, scene.Snapshot());
    }

    [Theory]
    [InlineData("resolve", "No update waits to be resolved.")]
    [InlineData(
        "resolve --ours --abort",
        "Only one of --ours, --theirs and --abort can be chosen."
    )]
    public async Task Resolve_says_what_is_wrong(string args, string message)
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");

        var run = await scene.RunAsync(args.Split(' '));

        Assert.Equal((3, $"error: {message}"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Resolve_names_the_files_in_conflict()
    {
        using var scene = await InConflictAsync();

        var run = await scene.RunAsync("resolve", "Other.cs", "--ours");

        Assert.Equal(
            (3, $"error: 'Other.cs' is not among the files in conflict: {Copy}."),
            (run.ExitCode, run.Error)
        );
    }

    private static async Task<IncubatorScene> InConflictAsync()
    {
        var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        scene.Edit(Copy, "Goodbye", "Farewell");
        await ConflictAsync(scene);
        return scene;
    }

    private static async Task ConflictAsync(IncubatorScene scene)
    {
        scene.WriteUpstream(
            "greet/src/Greeter.cs",
            Samples
                .Greeter.Replace("Goodbye", "Bye", StringComparison.Ordinal)
                .Replace("Hello", "Welcome", StringComparison.Ordinal)
        );
        scene.WriteUpstream("greet/src/New.cs", "class New;\n");
        scene.SetVersion("1.1.0");
        Assert.Equal(2, (await scene.RunAsync("update")).ExitCode);
        Assert.True(scene.Has("Incubator/Greet/New.cs"));
    }
}
