namespace Common.Tool.Tests.Incubator;

public sealed class CheckTests
{
    private const string Copy = "Incubator/Greet/Greeter.cs";

    [Fact]
    public async Task Check_is_content_with_a_fresh_copy()
    {
        using var scene = await CopiedAsync();

        var run = await scene.DoAsync("check");

        Assert.Equal("1 copies checked: as they should be.", run.Output);
    }

    [Fact]
    public async Task Check_reports_everything_at_once()
    {
        using var scene = await CopiedAsync();
        scene.Edit(Copy, "\"Hello, \"", "\"Hi, \"");
        File.Delete(Path.Combine(scene.Service, "Incubator/Greet/Endings/Parting.cs"));
        scene.WriteService("Incubator/Greet/Mine.cs", "class Mine;\n");
        scene.WriteUpstream("greet/src/New.cs", "class New;\n");
        scene.SetVersion("1.1.0");

        var run = await scene.RunAsync("check");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            missing: Incubator/Greet/Endings/Parting.cs is missing. Restore it, or record that it is not wanted: common incubator accept
            edited: Incubator/Greet/Greeter.cs was edited. Bring the edit upstream, or record that it is wanted: common incubator accept --reason TEXT
            unlisted: Incubator/Greet/Mine.cs is in the copy's folder but not of the copy. Move it elsewhere in the service.
            behind: greet 1.0.0 is behind 1.1.0: 1 file changed. Run: common incubator update greet
            """,
            run.Output
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Check_fails_on_a_copy_that_an_advisory_names(bool edited)
    {
        using var scene = await CopiedAsync();
        if (edited)
        {
            scene.Edit(Copy, "\"Hello, \"", "\"Hi, \"");
        }

        scene.SetVersion(
            "1.2.0",
            """{ "id": "HOUSE-1", "module": "greet", "versions": "[1.0.0,1.1.0)", "text": "It greets the wrong person. Update." }"""
        );

        var run = await scene.RunAsync("check");

        Assert.Equal(4, run.ExitCode);
        Assert.StartsWith(
            "advisory: HOUSE-1: greet 1.0.0: It greets the wrong person. Update.",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Add_refuses_a_version_that_an_advisory_names()
    {
        using var scene = Samples.Scene();
        scene.SetVersion(
            "1.0.0",
            """{ "id": "HOUSE-1", "module": "greet", "versions": "1.0.0", "text": "Wait for 1.1." }"""
        );

        var run = await scene.RunAsync("add", "greet");

        Assert.Equal(
            (4, "error: HOUSE-1: greet 1.0.0 must not be used: Wait for 1.1."),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public async Task Check_fails_on_a_damaged_pristine_copy()
    {
        using var scene = await CopiedAsync();
        var file = Directory.EnumerateFiles(Path.Combine(scene.Service, ".common/base")).First();
        File.AppendAllText(file, "// more\n");

        var run = await scene.RunAsync("check");

        Assert.Equal(4, run.ExitCode);
        Assert.Equal(
            $"damaged: .common/base/{Path.GetFileName(file)} is missing or was changed. Restore it from version control: it is the base of merges.",
            run.Output
        );
    }

    [Fact]
    public async Task Check_takes_pristine_copies_with_other_line_endings()
    {
        using var scene = await CopiedAsync();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(scene.Service, ".common/base")))
        {
            File.WriteAllText(file, File.ReadAllText(file).ReplaceLineEndings("\r\n"));
        }

        await scene.DoAsync("check");
    }

    [Fact]
    public async Task Accept_records_edits_moves_and_deletions()
    {
        using var scene = await CopiedAsync();
        scene.Edit(Copy, "\"Hello, \"", "\"Hi, \"");
        File.Delete(Path.Combine(scene.Service, "Incubator/Greet/Endings/Parting.cs"));

        var run = await scene.DoAsync("accept", "--all", "--reason", "we are informal");

        Assert.Equal(
            $"Incubator/Greet/Endings/Parting.cs accepted: we are informal\n{Copy} accepted: we are informal",
            run.Output
        );
        await scene.DoAsync("check");
        Assert.Contains(
            $"accepted    {Copy} (we are informal)",
            (await scene.DoAsync("status")).Output,
            StringComparison.Ordinal
        );
        scene.Edit(Copy, "\"Hi, \"", "\"Yo, \"");
        Assert.Equal(1, (await scene.RunAsync("check")).ExitCode);
    }

    [Theory]
    [InlineData("accept --reason why", "Name the files, or take all of them: --all")]
    [InlineData(
        "accept Program.cs --reason why",
        "'Program.cs' is not an edited, moved or deleted file of a copy. See: common incubator status"
    )]
    [InlineData(
        "accept --all",
        "Option '--reason' is required. See: common incubator accept --help"
    )]
    public async Task Accept_says_what_is_wrong(string args, string message)
    {
        using var scene = await CopiedAsync();

        var run = await scene.RunAsync(args.Split(' '));

        Assert.Equal((3, $"error: {message}"), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task Accept_refuses_a_reason_of_a_wrong_length(int length)
    {
        using var scene = await CopiedAsync();

        var run = await scene.RunAsync("accept", "--all", "--reason", new string('x', length));

        Assert.Equal(
            (3, $"error: --reason has {length} characters; it must be one line of 1 to 200."),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public async Task Status_answers_with_a_document()
    {
        using var scene = await CopiedAsync();
        scene.Edit(Copy, "\"Hello, \"", "\"Hi, \"");

        var run = await scene.RunAsync("status", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            {
              "schema": 1,
              "command": "incubator status",
              "modules": [
                {
                  "module": "greet",
                  "version": "1.0.0",
                  "folder": "Incubator/Greet",
                  "namespace": "Orders.Incubator.Greet",
                  "behind": 0,
                  "graduatedTo": null,
                  "files": [
                    {
                      "path": "Incubator/Greet/Greeter.cs",
                      "status": "edited"
                    }
                  ]
                }
              ],
              "conflicts": []
            }
            """,
            run.Output
        );
    }

    [Fact]
    public async Task Check_wants_what_the_intent_asks_for()
    {
        using var scene = await CopiedAsync();
        scene.Module("party");
        scene.Edit("common.json", "\"greet\": {}", "\"greet\": {},\n    \"party\": {}");

        var run = await scene.RunAsync("check");

        Assert.Equal(
            (
                1,
                "absent: common.json asks for party, which is not copied. Run: common incubator add party"
            ),
            (run.ExitCode, run.Output)
        );
    }

    [Theory]
    [InlineData(
        "\"schema\": 1",
        "\"schema\": 2",
        "common.json: schema is 2; this version of the tool reads schema 1."
    )]
    [InlineData(
        "\"rootNamespace\"",
        "\"rootnamespace\"",
        "common.json has 'rootnamespace'; the fields are schema, rootNamespace, folder, visibility, modules."
    )]
    [InlineData(
        "\"greet\": {}",
        "\"greet\": { \"visibility\": \"secret\" }",
        "common.json: modules.greet.visibility must be 'public' or 'internal'."
    )]
    [InlineData("\"greet\": {}", "\"greet\": ", "common.json is not JSON: line 6, column 3.")]
    public async Task Check_says_what_is_wrong_with_the_intent(
        string from,
        string to,
        string message
    )
    {
        using var scene = await CopiedAsync();
        scene.Edit("common.json", from, to);

        var run = await scene.RunAsync("check");

        Assert.Equal((3, $"error: {message}"), (run.ExitCode, run.Error));
    }

    private static async Task<IncubatorScene> CopiedAsync()
    {
        var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        return scene;
    }
}
