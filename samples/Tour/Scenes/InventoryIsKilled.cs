using Tour.Output;
using Tour.Stage;

namespace Tour.Scenes;

/// <summary>Inventory dies: Orders tries again while the request's deadline allows, then says so once.</summary>
internal sealed class InventoryIsKilled : Scene
{
    private const int DeadlineMilliseconds = 10_000;

    public override string Title => "Inventory is killed";

    public override string Notice =>
        "each attempt that another one follows is a WARN, the end is one ERROR, and the client has its 503 within the 10 s that it "
        + "gave.";

    public override async Task PlayAsync(
        Theatre theatre,
        Screen screen,
        Expectations expect,
        CancellationToken cancellationToken
    )
    {
        await theatre.Inventory.KillAsync();
        screen.Line($"  (Inventory, process {theatre.Inventory.ProcessId}, is killed)");
        var exchange = await theatre.Client.OrderAsync(
            """{"sku":"lamp","quantity":3}""",
            cancellationToken,
            ("X-Deadline", $"{DeadlineMilliseconds}")
        );
        screen.Show(exchange);
        var records = await Story.OfAsync(
            theatre,
            exchange,
            screen,
            cancellationToken,
            ("orders", "http.failed")
        );

        expect.Problem(exchange, 503, "dependency.unavailable");
        expect.That(
            exchange.Elapsed < TimeSpan.FromMilliseconds(DeadlineMilliseconds),
            $"the answer took {exchange.Elapsed.TotalMilliseconds:F0} ms"
        );
        expect.That(records.Any(r => r.Level == "WARN"), "no attempt was tried again");
        expect.Records(records, "orders", "ERROR", "http.failed");
        expect.Equal(
            "the number of terminal records",
            1,
            records.Count(r => r.EventName is "http.completed" or "http.rejected" or "http.failed")
        );
    }
}
