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
                     2      462.75/s  INFO   inventory  stock.reserved
                     1      231.37/s  INFO   orders  order.placed
            3 records in 0.0 s, 1 lines that are none
            """,
            run.Output
        );
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
        Assert.Equal("5 lines, 0 of them not ours", run.Output);
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
            $"{file}:1: 16385 bytes, more than 16384: {new string('x', 120)}…\n1 lines, 1 of them not ours",
            run.Output
        );
    }
}
