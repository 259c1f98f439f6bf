namespace Common.Tool.Tests.Logs;

public sealed class ShowTests : IDisposable
{
    private readonly LogScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Show_writes_both_formats_alike()
    {
        var run = await ToolRun.RunAsync(
            "logs",
            "show",
            _scene.Inventory,
            _scene.Orders,
            "--event",
            "stock.reserved",
            "--event",
            "order.placed"
        );
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            $"""
            2026-11-21T10:11:12.350000Z INFO  inventory[b001] {LogScene.OfInventory} stock.reserved: Stock reserved sku=A1 quantity=3
            2026-11-21T10:11:12.345678Z INFO  orders[a7f3] {LogScene.OfOrders} order.placed: Order placed order_id=42 sku=A1
            """,
            run.Output
        );
    }

    public static TheoryData<string[], string[]> Filters =>
        new()
        {
            { ["--level", "error"], ["order.failed"] },
            { ["--level", "ERROR"], ["order.failed"] },
            { ["--service", "inventory"], ["stock.reserved"] },
            { ["--event", "order.*"], ["order.placed", "order.failed"] },
            { ["--field", "sku=A1"], ["order.placed", "stock.reserved"] },
            { ["--field", "sku=A1", "--field", "quantity=3"], ["stock.reserved"] },
            { ["--field", "reason=no stock"], ["order.failed"] },
            { ["--since", "2026-11-21T10:11:12.350000Z"], ["order.failed", "stock.reserved"] },
            { ["--until", "2026-11-21T10:11:12.345678Z"], ["service.started"] },
            { ["--request", LogScene.OfInventory], ["stock.reserved"] },
            {
                ["--request", LogScene.Global["req-".Length..].ToUpperInvariant()],
                ["order.placed", "order.failed", "stock.reserved"]
            },
        };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Show_filters(string[] filter, string[] events)
    {
        var run = await ToolRun.RunAsync([
            "logs",
            "show",
            _scene.Orders,
            _scene.Inventory,
            .. filter,
        ]);
        Assert.Equal(0, run.ExitCode);
        var shown = run.Output.Split('\n').Where(l => !l.Contains(" | ", StringComparison.Ordinal));
        Assert.Equal(events, shown.Select(l => l.Split(' ').First(w => w.EndsWith(':'))[..^1]));
    }

    [Fact]
    public async Task Show_keeps_a_stack_trace_with_its_record()
    {
        var all = await ToolRun.RunAsync("logs", "show", _scene.Orders, "--level", "error");
        Assert.EndsWith("| at Orders.Checkout.PayAsync()", all.Output, StringComparison.Ordinal);
        var others = await ToolRun.RunAsync(
            "logs",
            "show",
            _scene.Orders,
            "--event",
            "service.started"
        );
        Assert.DoesNotContain("PayAsync", others.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_escapes_what_a_terminal_would_obey()
    {
        var file = _scene.Write(
            "foreign.log",
            LogScene.OrdersText + "\n\u001b[2Jgone \u202etxt.exe\n"
        );
        var run = await ToolRun.RunAsync("logs", "show", file);
        Assert.EndsWith("\\u001b[2Jgone \\u202etxt.exe", run.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string[], string> WrongValues =>
        new()
        {
            {
                ["--level", "loud"],
                "error: --level is 'loud'; it must be one of trace, debug, info, warn, error, fatal."
            },
            {
                ["--since", "noon"],
                "error: --since is 'noon'; it must be a time such as 2026-11-21T10:11:12Z."
            },
            {
                ["--field", "sku"],
                "error: --field is 'sku'; it must be a name, '=' and a value, such as order_id=42."
            },
            {
                ["--request", "{1}"],
                "error: '{1}' is not a request ID; it must be 'req-' and a UUID, a UUID, or 32 hexadecimal digits."
            },
        };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public async Task Show_says_what_is_wrong_with_a_value(string[] arguments, string message)
    {
        var run = await ToolRun.RunAsync(["logs", "show", _scene.Orders, .. arguments]);
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(message, run.Error);
    }

    [Fact]
    public async Task Show_says_which_file_is_missing()
    {
        var run = await ToolRun.RunAsync("logs", "show", "nowhere.log");
        Assert.Equal(5, run.ExitCode);
        Assert.Equal("error: nowhere.log: there is no such file.", run.Error);
    }
}
