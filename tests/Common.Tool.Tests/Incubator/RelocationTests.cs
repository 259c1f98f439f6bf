namespace Common.Tool.Tests.Incubator;

/// <summary>Tests of <c>update</c> after <c>common.json</c> asks for another namespace, folder or visibility.</summary>
public sealed class RelocationTests
{
    private const string Copy = "Incubator/Greet/Greeter.cs";

    [Fact]
    public async Task Update_moves_copies_to_another_namespace_and_keeps_their_edits()
    {
        using var scene = await SceneAsync();
        scene.Edit(Copy, "Goodbye", "Farewell");
        scene.Edit(
            Copy,
            "using System;",
            "using System;\nusing Orders.Incubator.Greet.Own; // Orders.Incubator"
        );
        Ask(scene, "\"Orders\"", "\"Acme.Shop\"");
        Assert.Equal(1, (await scene.RunAsync("check")).ExitCode);

        await scene.DoAsync("update");

        var text = scene.Read(Copy);
        Assert.Contains("namespace Acme.Shop.Incubator.Greet;", text, StringComparison.Ordinal);
        Assert.Contains("\"Farewell, \"", text, StringComparison.Ordinal);
        Assert.Contains(
            "using Acme.Shop.Incubator.Greet.Own; // Orders.Incubator",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Edited",
            (await scene.RunAsync("check")).Output,
            StringComparison.OrdinalIgnoreCase
        );
        await scene.DoAsync("accept", "--all", "--reason", "ours");
        await scene.DoAsync("check");
        var before = scene.Snapshot();
        await scene.DoAsync("update");
        Assert.Equal(before, scene.Snapshot());
    }

    [Fact]
    public async Task Update_keeps_what_was_accepted_and_what_was_deleted()
    {
        using var scene = await SceneAsync();
        scene.Edit(Copy, "Goodbye", "Farewell");
        File.Delete(Path.Combine(scene.Service, "Incubator/Greet/Endings/Parting.cs"));
        await scene.DoAsync("accept", "--all", "--reason", "ours");
        Ask(scene, "\"Orders\"", "\"Acme.Shop\"");

        await scene.DoAsync("update");

        Assert.False(scene.Has("Incubator/Greet/Endings/Parting.cs"));
        await scene.DoAsync("check");
    }

    [Fact]
    public async Task Update_moves_copies_to_another_folder()
    {
        using var scene = await SceneAsync();
        scene.Edit(Copy, "Goodbye", "Farewell");
        Ask(scene, "\"schema\": 1,", "\"schema\": 1, \"folder\": \"Borrowed\",");

        await scene.DoAsync("update");

        Assert.Contains(
            "Farewell",
            scene.Read("Borrowed/Greet/Greeter.cs"),
            StringComparison.Ordinal
        );
        Assert.True(scene.Has("Borrowed/Greet/.editorconfig"));
        Assert.False(Directory.Exists(Path.Combine(scene.Service, "Incubator")));
        Assert.DoesNotContain(
            "Incubator/",
            scene.Read("common.lock.json"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Update_makes_copies_internal_and_public_again()
    {
        using var scene = await SceneAsync();
        scene.Edit(Copy, "Goodbye", "Farewell");
        var before = scene.Read(Copy);
        Ask(scene, "\"schema\": 1,", "\"schema\": 1, \"visibility\": \"internal\",");

        await scene.DoAsync("update");
        Assert.Contains(
            "internal sealed class Greeter",
            scene.Read(Copy),
            StringComparison.Ordinal
        );
        Ask(scene, "\"internal\"", "\"public\"");
        await scene.DoAsync("update");

        Assert.Equal(before, scene.Read(Copy));
    }

    [Fact]
    public async Task Update_refuses_to_move_onto_a_file_of_the_service()
    {
        using var scene = await SceneAsync();
        scene.WriteService("Borrowed/Greet/Greeter.cs", "class Mine;\n");
        Ask(scene, "\"schema\": 1,", "\"schema\": 1, \"folder\": \"Borrowed\",");
        var before = scene.Snapshot();

        var run = await scene.RunAsync("update");

        Assert.Equal(
            (
                4,
                "error: Borrowed/Greet/Greeter.cs is there already and is not a copy of ours. Move it away, then try again."
            ),
            (run.ExitCode, run.Error)
        );
        Assert.Equal(before, scene.Snapshot());
    }

    [Fact]
    public async Task Update_refuses_to_follow_a_rename_onto_a_file_of_the_service()
    {
        using var scene = await SceneAsync();
        scene.WriteService("Incubator/Greet/Welcomer.cs", "class Mine;\n");
        scene.DeleteUpstream("greet/src/Greeter.cs");
        scene.WriteUpstream("greet/src/Welcomer.cs", Samples.Greeter);

        var run = await scene.RunAsync("update");

        Assert.Equal(4, run.ExitCode);
        Assert.Equal("class Mine;\n", scene.Read("Incubator/Greet/Welcomer.cs"));
    }

    [Fact]
    public async Task Update_of_one_module_refuses_to_leave_others_in_the_old_namespace()
    {
        using var scene = await SceneAsync();
        scene.Module("party", modules: "\"greet\"");
        scene.WriteUpstream(
            "party/src/Party.cs",
            "namespace Common.Incubator.Party;\n\nclass Party : Common.Incubator.Greet.Greeter;\n"
        );
        await scene.DoAsync("add", "party");
        Ask(scene, "\"Orders\"", "\"Acme.Shop\"");

        var run = await scene.RunAsync("update", "greet");
        await scene.DoAsync("update", "party"); // brings greet, which it needs

        Assert.Equal(
            (
                3,
                "error: common.json asks for another namespace of party, too, than its copy has. Update all copies at once: common incubator update"
            ),
            (run.ExitCode, run.Error)
        );
        Assert.Contains(
            "Acme.Shop.Incubator.Greet.Greeter",
            scene.Read("Incubator/Party/Party.cs"),
            StringComparison.Ordinal
        );
    }

    private static async Task<IncubatorScene> SceneAsync()
    {
        var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        return scene;
    }

    private static void Ask(IncubatorScene scene, string from, string to) =>
        scene.Edit("common.json", from, to);
}
