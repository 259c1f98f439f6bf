using System.Text.Json;
using Common.Logging;
using Common.Tool.Logs;
using Common.Tool.Tests.Events;

namespace Common.Tool.Tests.Logs;

public sealed class StatsAndCheckTests : IDisposable
{
    private readonly LogScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Stats_counts_events_the_most_frequent_first()
    {
        var twice = _scene.Write(
            "more.log",
            LogScene.InventoryJson + "\n" + LogScene.InventoryJson + "\nnot ours\n"
        );
        var run = await ToolRun.RunAsync(
            "logs",
            "stats",
            twice,
            _scene.Orders,
            "--event",
            "stock.*",
            "--event",
            "order.placed"
        );
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
                     3      694.12/s  INFO   -

                     2      462.75/s  INFO   -           inventory  stock.reserved
                     1      231.37/s  INFO   -           orders     order.placed
            3 records in 0.0 s, 1 lines that are none
            """,
            run.Output
        );
    }

    [Fact]
    public async Task Stats_counts_kinds_the_most_severe_first_as_a_catalogue_knows_them()
    {
        using var catalogue = CompiledCatalogue.Write();
        var log = _scene.Write(
            "kinds.log",
            string.Concat(
                Record(10, "INFO ", "order.completed"),
                Record(11, "INFO ", "order.completed"),
                Record(12, "INFO ", "a.b"),
                Record(14, "ERROR", "other.failed")
            )
        );

        var run = await ToolRun.RunAsync("logs", "stats", log, "--catalogue", catalogue.Path);
        var json = await ToolRun.RunAsync(
            "logs",
            "stats",
            log,
            "--catalogue",
            catalogue.Path,
            "--json"
        );

        Assert.Equal(
            """
                     1        0.25/s  ERROR  -
                     1        0.25/s  INFO   Audit
                     2        0.50/s  INFO   Completed

                     2        0.50/s  INFO   Completed   orders  order.completed
                     1        0.25/s  INFO   Audit       orders  a.b
                     1        0.25/s  ERROR  -           orders  other.failed
            4 records in 4.0 s, 0 lines that are none
            """,
            run.Output
        );
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal(
            ["ERROR  1", "INFO Audit 1", "INFO Completed 2"],
            document
                .RootElement.GetProperty("kinds")
                .EnumerateArray()
                .Select(k =>
                    $"{k.GetProperty("level")} {k.GetProperty("kind")} {k.GetProperty("count")}"
                )
        );
    }

    [Fact]
    public void Stats_tells_no_more_events_apart_than_fit_into_the_memory()
    {
        var counts = new EventCounts(new Dictionary<string, string>());
        for (var i = 0; i < EventCounts.MostEvents + 5; i++)
        {
            LogRecordReader.TryRead(Record(1, "INFO ", $"e{i}").TrimEnd(), out var record);
            counts.Add(record!);
        }

        Assert.Equal(EventCounts.MostEvents + 1, counts.Events.Count);
        Assert.Equal((EventCounts.Others, 5), (counts.Events[0].Key.Event, counts.Events[0].Value));
        Assert.Equal(EventCounts.MostEvents + 5, counts.Total);
    }

    [Fact]
    public async Task Stats_of_nothing_counts_nothing()
    {
        var run = await ToolRun.RunAsync("logs", "stats", _scene.Write("empty.log", ""));
        Assert.Equal("0 records in 0.0 s, 0 lines that are none", run.Output);
    }

    [Fact]
    public async Task Check_accepts_both_formats_and_stack_traces()
    {
        var run = await ToolRun.RunAsync("logs", "check", _scene.Orders, _scene.Inventory);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("6 lines, 0 of them not ours", run.Output);
    }

    public static TheoryData<string, string> NotOurs =>
        new()
        {
            { "", "an empty line: " },
            {
                "Unhandled exception. System.Exception: x",
                "neither a record nor a line that goes on with one: Unhandled exception. System.Exception: x"
            },
            { "{\"message\":\"hello\"}", "JSON, but no record: {\"message\":\"hello\"}" },
            { "a\u0007b", "characters that a terminal would obey: a\\u0007b" },
            {
                "{\"timestamp\":\"2026-11-21T10:11:12Z\",\"severity_text\":\"INFO\",\"severity_number\":99999999999,\"resource\":{\"service\":\"a\"},\"logger\":\"a\",\"body\":\"a\"}",
                "JSON, but no record: {\"timestamp\":\"2026-11-21T10:11:12Z\",\"severity_text\":\"INFO\",\"severity_number\":99999999999,\"resource\":{\"service\":\"a\"},\"log…"
            },
        };

    [Theory]
    [MemberData(nameof(NotOurs))]
    public async Task Check_says_why_a_line_is_not_ours(string line, string reason)
    {
        var file = _scene.Write(
            "foreign.log",
            LogScene.InventoryJson + "\n" + line + "\n" + LogScene.InventoryJson
        );
        var run = await ToolRun.RunAsync("logs", "check", file);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"{file}:2: {reason}\n3 lines, 1 of them not ours", run.Output);
    }

    [Fact]
    public async Task Check_says_that_a_line_is_too_long()
    {
        var file = _scene.Write("long.log", new string('x', 16_385) + "\n");
        var run = await ToolRun.RunAsync("logs", "check", file);
        Assert.Equal(
            $"{file}:1: more than 16384 bytes: {new string('x', 120)}…\n1 lines, 1 of them not ours",
            run.Output
        );
    }

    [Fact]
    public async Task Check_says_that_a_line_is_no_UTF8()
    {
        var file = _scene.Write("latin.log", [.. "caf"u8, 0xE9, (byte)'\n']);
        var run = await ToolRun.RunAsync("logs", "check", file);
        Assert.Equal($"{file}:1: no UTF-8: caf\ufffd\n1 lines, 1 of them not ours", run.Output);
    }

    private static string Record(int second, string level, string name) =>
        $"2026-11-21T10:11:{second:00}.000000Z {level} orders[a7f3] [-] Orders.Program {name}: Text\n";
}
