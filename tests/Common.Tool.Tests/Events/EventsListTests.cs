using System.Text.Json;
using System.Text.Json.Nodes;

namespace Common.Tool.Tests.Events;

public sealed class EventsListTests
{
    [Fact]
    public async Task List_prints_a_table_in_the_order_of_IDs()
    {
        using var folder = CompiledCatalogue.Write();
        var run = await ToolRun.RunAsync("events", "list", folder.Path);

        Assert.Equal(
            """
            ID    NAME             KIND       LEVEL        SUMMARY                                      FIELDS
            7     a.b              Audit      Information  A | b (deprecated since 1.2; use a.c)
            9     a.d              Audit      Information  A \| <b> (deprecated since 1.2: Never seen)
            1042  order.completed  Completed  Information  Order completed                              order_id: integer, exception
            """.ReplaceLineEndings("\n"),
            run.Output
        );
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task List_prints_Markdown()
    {
        using var folder = CompiledCatalogue.Write();
        var run = await ToolRun.RunAsync(
            "events",
            "list",
            folder.File("Orders.dll"),
            "--format",
            "markdown"
        );

        Assert.Equal(
            """
            | ID | Name | Kind | Level | Summary | Fields |
            |---|---|---|---|---|---|
            | 7 | a.b | Audit | Information | A \| b (deprecated since 1.2; use a.c) |  |
            | 9 | a.d | Audit | Information | A \\\| \<b> (deprecated since 1.2: Never seen) |  |
            | 1042 | order.completed | Completed | Information | Order completed | order_id: integer, exception |
            """.ReplaceLineEndings("\n"),
            run.Output
        );
    }

    [Fact]
    public async Task List_prints_JSON()
    {
        using var folder = CompiledCatalogue.Write();
        var run = await ToolRun.RunAsync("events", "list", folder.Path, "--json");

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(1, document.RootElement.GetProperty("schema").GetInt32());
        var events = document.RootElement.GetProperty("events");
        Assert.Equal(3, events.GetArrayLength());
        Assert.Equal("order.completed", events[2].GetProperty("name").GetString());
        Assert.Equal("Orders", events[2].GetProperty("assembly").GetString());
        Assert.Equal(
            "Never seen",
            events[1].GetProperty("deprecated").GetProperty("reason").GetString()
        );
        Assert.Equal(
            "a.c",
            events[0].GetProperty("deprecated").GetProperty("replacement").GetString()
        );
    }

    [Fact]
    public async Task List_prints_the_same_JSON_as_a_format()
    {
        using var folder = CompiledCatalogue.Write();
        var format = await ToolRun.RunAsync("events", "list", folder.Path, "--format", "json");
        var json = await ToolRun.RunAsync("events", "list", folder.Path, "--json");

        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(json.Output), JsonNode.Parse(format.Output))
        );
    }

    [Fact]
    public async Task List_says_what_is_not_there()
    {
        using var folder = new TemporaryFolder();
        var none = await ToolRun.RunAsync("events", "list", folder.File("none.dll"));
        var empty = await ToolRun.RunAsync("events", "list", folder.Path);

        Assert.Equal(
            (5, $"error: {folder.File("none.dll")}: there is no such file or folder."),
            (none.ExitCode, none.Error)
        );
        Assert.Equal(
            (5, $"error: {folder.Path}: there is no assembly in this folder."),
            (empty.ExitCode, empty.Error)
        );

        File.WriteAllText(folder.File("orders"), "an executable, which is no assembly");
        var native = await ToolRun.RunAsync("events", "list", folder.File("orders"));
        Assert.Equal(
            (
                5,
                $"error: {folder.File("orders")}: it is no .NET assembly. Name the .dll, or the folder that it lies in."
            ),
            (native.ExitCode, native.Error)
        );
    }

    [Fact]
    public async Task List_passes_over_files_that_are_no_assemblies()
    {
        using var folder = CompiledCatalogue.Write();
        File.WriteAllText(folder.File("native.dll"), "not an assembly");
        var run = await ToolRun.RunAsync("events", "list", folder.Path);

        Assert.Equal(0, run.ExitCode);
    }
}
