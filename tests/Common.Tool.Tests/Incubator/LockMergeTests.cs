using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Merging;

namespace Common.Tool.Tests.Incubator;

/// <summary>The lock file is written so that two branches' changes merge.</summary>
public sealed class LockMergeTests
{
    [Fact]
    public async Task The_locks_of_two_branches_merge()
    {
        using var ours = await SceneAsync();
        using var theirs = await SceneAsync();
        var pristine = ours.Read(LockFile.FileName);
        Assert.Equal(pristine, theirs.Read(LockFile.FileName));

        ours.Edit("Incubator/Greet/Greeter.cs", "Goodbye", "Farewell");
        await ours.DoAsync("accept", "--all", "--reason", "our house says so");
        theirs.SetVersion("2.0.0");
        theirs.WriteUpstream("party/src/Party.cs", "class Party { int _guests; }\n");
        await theirs.DoAsync("update", "party");

        var merge = ThreeWayMerge.Merge(
            pristine,
            ours.Read(LockFile.FileName),
            theirs.Read(LockFile.FileName),
            "x"
        );
        Assert.Equal(0, merge.Conflicts);
        var merged = LockFile.Parse(merge.Text);
        Assert.Equal("1.0.0", merged.Modules["greet"].Version);
        Assert.Equal("2.0.0", merged.Modules["party"].Version);
        Assert.Equal(
            "our house says so",
            merged.Modules["greet"].Files["Incubator/Greet/Greeter.cs"].Reason
        );
    }

    private static async Task<IncubatorScene> SceneAsync()
    {
        var scene = Samples.Scene();
        scene.Module("party");
        scene.WriteUpstream("party/src/Party.cs", "class Party;\n");
        await scene.DoAsync("add", "greet", "party");
        return scene;
    }
}
