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
            │  inventory[b001] {LogScene.OfInventory}  0.000 ms
            │  └─ +0.000 ms INFO  stock.reserved: Stock reserved sku=A1 quantity=3
            └─ +54.322 ms ERROR order.failed: Order failed reason="no stock"
            """,
            run.Output[..run.Output.LastIndexOf("no stock\"", StringComparison.Ordinal)]
                + "no stock\""
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
