namespace Common.Tool.Tests.Incubator;

public sealed class AddTests
{
    [Fact]
    public async Task Add_copies_a_module_and_records_it()
    {
        using var scene = Samples.Scene();

        var run = await scene.DoAsync("add", "greet");

        Assert.Equal(
            """
            greet 1.0.0 copied to Incubator/Greet
              added     Incubator/Greet/Endings/Parting.cs
              added     Incubator/Greet/Greeter.cs
              added     Incubator/Greet/.editorconfig
            The copies need the packages: Common.Hosting
            """,
            run.Output
        );
        Assert.Equal(
            "#nullable enable\n"
                + Samples.Greeter.Replace(
                    "Common.Incubator.Greet",
                    "Orders.Incubator.Greet",
                    StringComparison.Ordinal
                ),
            scene.Read("Incubator/Greet/Greeter.cs")
        );
        Assert.Contains(
            "cref=\"Orders.Incubator.Greet.Greeter\"",
            scene.Read("Incubator/Greet/Endings/Parting.cs"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            """
            {
              "schema": 1,
              "rootNamespace": "Orders",
              "modules": {
                "greet": {}
              }
            }

            """,
            scene.Read("common.json")
        );
        Assert.Equal(
            "root = false\n\n[*.cs]\ngenerated_code = true\n",
            scene.Read("Incubator/Greet/.editorconfig")
        );
    }

    [Fact]
    public async Task Add_writes_a_lock_with_one_file_a_line()
    {
        using var scene = Samples.Scene();

        await scene.DoAsync("add", "greet");

        var lines = scene.Read("common.lock.json").Split('\n');
        Assert.Equal(
            [
                "{",
                "  \"schema\": 1,",
                "  \"modules\": {",
                "    \"greet\": {",
                "      \"incubator\": \"house\",",
                "      \"version\": \"1.0.0\",",
                "      \"namespace\": \"Orders.Incubator.Greet\",",
                "      \"visibility\": \"public\",",
                "      \"folder\": \"Incubator/Greet\",",
                "      \"files\": {",
            ],
            lines[..10]
        );
        Assert.Matches(
            "^        \"Incubator/Greet/Greeter.cs\": \\{ \"from\": \"src/Greeter.cs\", \"base\": \"[0-9a-f]{64}\", \"upstream\": \"[0-9a-f]{64}\" \\}$",
            lines[12]
        );
        Assert.Equal(["      }", "    }", "  }", "}", ""], lines[13..]);
    }

    [Fact]
    public async Task Add_changes_nothing_the_second_time()
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        var before = scene.Snapshot();

        var run = await scene.DoAsync("add", "greet");

        Assert.Equal(before, scene.Snapshot());
        Assert.EndsWith(
            "greet is here already, at 1.0.0. To bring it up to date: common incubator update greet",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Add_changes_nothing_in_a_dry_run()
    {
        using var scene = Samples.Scene();
        var before = scene.Snapshot();

        var run = await scene.DoAsync("add", "greet", "--dry-run");

        Assert.Equal(before, scene.Snapshot());
        Assert.StartsWith(
            "greet 1.0.0 copied to Incubator/Greet (dry run: nothing was changed)\n",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Add_brings_what_a_module_needs_and_leaves_the_intent_to_what_was_asked_for()
    {
        using var scene = Samples.Scene();
        scene.Module("party", modules: "\"greet\"");
        scene.WriteUpstream(
            "party/src/Party.cs",
            "using Common.Incubator.Greet;\n\nnamespace Common.Incubator.Party;\n\npublic sealed class Party : Greeter { }\n"
        );

        await scene.DoAsync("add", "party", "--namespace", "Acme.Orders");

        Assert.Equal(
            "#nullable enable\nusing Acme.Orders.Incubator.Greet;\n\nnamespace Acme.Orders.Incubator.Party;\n\npublic sealed class Party : Greeter { }\n",
            scene.Read("Incubator/Party/Party.cs")
        );
        Assert.True(scene.Has("Incubator/Greet/Greeter.cs"));
        Assert.DoesNotContain("greet", scene.Read("common.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_keeps_the_comments_of_the_intent()
    {
        using var scene = Samples.Scene();
        scene.WriteService(
            "common.json",
            """
            {
              // what we copy
              "schema": 1,
              "rootNamespace": "Acme.Orders",
              "visibility": "internal",
              "folder": "Copied",
              "modules": {
                // greetings
              }
            }
            """
        );

        await scene.DoAsync("add", "greet");

        Assert.Equal(
            """
            {
              // what we copy
              "schema": 1,
              "rootNamespace": "Acme.Orders",
              "visibility": "internal",
              "folder": "Copied",
              "modules": {
                // greetings
                "greet": {}
              }
            }
            """,
            scene.Read("common.json")
        );
        Assert.Contains(
            "internal sealed class Greeter",
            scene.Read("Copied/Greet/Greeter.cs"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "add nothing",
        3,
        "The incubator 'house' 1.0.0 has no module 'nothing'. It has: greet."
    )]
    [InlineData(
        "add ../greet",
        3,
        "The incubator 'house' 1.0.0 has no module '(8 characters)'. It has: greet."
    )]
    [InlineData("add greet --namespace 1x", 3, "--namespace must be a namespace as Acme.Orders.")]
    public async Task Add_says_what_is_wrong(string args, int code, string message)
    {
        using var scene = Samples.Scene();
        var before = scene.Snapshot();

        var run = await scene.RunAsync(args.Split(' '));

        Assert.Equal((code, $"error: {message}"), (run.ExitCode, run.Error));
        Assert.Equal(before, scene.Snapshot());
    }

    [Fact]
    public async Task Add_refuses_to_write_over_a_file_that_is_no_copy()
    {
        using var scene = Samples.Scene();
        scene.WriteService("Incubator/Greet/greeter.cs", "// mine\n");

        var run = await scene.RunAsync("add", "greet");

        Assert.Equal(
            (
                4,
                "error: Incubator/Greet/greeter.cs is there already and is not a copy of ours. Move it away, then try again."
            ),
            (run.ExitCode, run.Error)
        );
        Assert.Equal("// mine\n", scene.Read("Incubator/Greet/greeter.cs"));
    }
}
