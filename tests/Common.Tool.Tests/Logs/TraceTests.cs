using System.Text.Json;

namespace Common.Tool.Tests.Logs;

public sealed class TraceTests : IDisposable
{
    private readonly LogScene _scene = new();

    public void Dispose() => _scene.Dispose();

    public static TheoryData<string> Ids =>
        [
            LogScene.Global,
            LogScene.OfInventory, // a service's own ID leads to the whole request
            LogScene.OfOrders,
            LogScene.Global["req-".Length..],
            LogScene.Global["req-".Length..].Replace("-", "", StringComparison.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Trace_tells_the_story_of_one_request_as_a_tree(string id)
    {
        var run = await ToolRun.RunAsync("logs", "trace", id, _scene.Inventory, _scene.Orders);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            $"""
            {LogScene.Global}  services: 2  records: 3  54.322 ms
            orders[a7f3] {LogScene.OfOrders}  54.322 ms
            ├─ +0.000 ms INFO  order.placed: Order placed order_id=42 sku=A1
            ├─ inventory[b001] {LogScene.OfInventory}  0.000 ms
            │  └─ +4.322 ms INFO  stock.reserved: Stock reserved sku=A1 quantity=3
            └─ +54.322 ms ERROR order.failed: Order failed reason="no stock" (System.InvalidOperationException: out of A1)
            """,
            run.Output
        );
    }

    [Fact]
    public async Task Trace_is_shown_to_whoever_is_on_call_as_it_is()
    {
        var run = await ToolRun.RunAsync(
            "logs",
            "trace",
            LogScene.Global,
            _scene.Orders,
            _scene.Inventory
        );
        var page = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "docs", "on-call.md"),
            TestContext.Current.CancellationToken
        );
        Assert.Contains($"```text\n{run.Output}\n```", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_begins_where_the_only_record_of_a_service_says_that_its_work_began()
    {
        const string orders =
            $"2026-11-21T10:11:13.000000Z INFO  orders[a7f3] [{LogScene.OfOrders} {LogScene.Global} alice /acme/eu] Orders.RequestRecord http.completed: Request completed status=201 duration_ms=800.5";
        const string inventory =
            $"2026-11-21T10:11:12.900000Z INFO  inventory[b001] [{LogScene.OfInventory} {LogScene.Global} alice /acme/eu] Inventory.RequestRecord http.completed: Request completed status=200 duration_ms=600";
        var file = _scene.Write("terminal.log", $"{inventory}\n{orders}\n");

        var run = await ToolRun.RunAsync("logs", "trace", LogScene.Global, file);

        Assert.Equal(
            $"""
            {LogScene.Global}  services: 2  records: 2  800.500 ms
            orders[a7f3] {LogScene.OfOrders}  800.500 ms
            ├─ inventory[b001] {LogScene.OfInventory}  600.000 ms
            │  └─ +700.500 ms INFO  http.completed: Request completed status=200 duration_ms=600
            └─ +800.500 ms INFO  http.completed: Request completed status=201 duration_ms=800.5
            """,
            run.Output
        );
    }

    [Theory]
    [InlineData("duration_ms=1e300")]
    [InlineData("duration_ms=-5")]
    [InlineData("duration_ms=86400001")]
    [InlineData("duration_ms=\"NaN\"")]
    public async Task Trace_believes_no_impossible_duration(string field)
    {
        var line =
            $"2026-11-21T10:11:13.000000Z INFO  orders[a7f3] [{LogScene.Global} {LogScene.Global} - -] X http.completed: Done {field}\n";
        var run = await ToolRun.RunAsync(
            "logs",
            "trace",
            LogScene.Global,
            _scene.Write("odd.log", line)
        );
        Assert.StartsWith(
            $"{LogScene.Global}  services: 1  records: 1  0.000 ms\n",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Trace_nests_calls_in_json()
    {
        var run = await ToolRun.RunAsync(
            "logs",
            "trace",
            LogScene.Global,
            _scene.Orders,
            _scene.Inventory,
            "--json"
        );
        using var document = JsonDocument.Parse(run.Output);
        var orders = Assert.Single(document.RootElement.GetProperty("stories").EnumerateArray());
        Assert.Equal("orders", orders.GetProperty("service").GetString());
        Assert.Equal("2026-11-21T10:11:12.345678Z", orders.GetProperty("first").GetString());
        Assert.Equal(54.322, orders.GetProperty("milliseconds").GetDouble());
        var inventory = Assert.Single(orders.GetProperty("calls").EnumerateArray());
        Assert.Equal("inventory", inventory.GetProperty("service").GetString());
    }

    [Fact]
    public async Task Trace_says_that_no_record_names_the_request()
    {
        var run = await ToolRun.RunAsync(
            "logs",
            "trace",
            "req-00000000-0000-0000-0000-000000000001",
            _scene.Orders
        );
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("No record names req-00000000-0000-0000-0000-000000000001.", run.Output);
    }

    [Fact]
    public async Task Trace_leaves_out_lines_that_name_the_id_without_being_of_the_request()
    {
        var line = LogScene.OrdersText.Split('\n')[0] + $" other={LogScene.Global}\n";
        var run = await ToolRun.RunAsync(
            "logs",
            "trace",
            LogScene.Global,
            _scene.Write("other.log", line)
        );
        Assert.Equal(1, run.ExitCode);
    }
}
