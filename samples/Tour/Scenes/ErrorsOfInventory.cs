using Tour.Output;
using Tour.Stage;

namespace Tour.Scenes;

/// <summary>Two errors of Inventory: one that Orders forwards, and one that it does not.</summary>
internal sealed class ErrorsOfInventory : Scene
{
    public override string Title => "an unknown article, and an error that is not the client's";

    public override string Notice =>
        "Orders lists sku.unknown as an error that it forwards, so the client gets it as it is; the other one reaches the client "
        + "as Internal and the operators at ERROR, since what Orders asked of Inventory is not what the client did.";

    public override async Task PlayAsync(
        Theatre theatre,
        Screen screen,
        Expectations expect,
        CancellationToken cancellationToken
    )
    {
        var unknown = await theatre.Client.OrderAsync(
            """{"sku":"unicorn","quantity":1}""",
            cancellationToken
        );
        screen.Show(unknown);
        var records = await Story.OfAsync(
            theatre,
            unknown,
            screen,
            cancellationToken,
            ("orders", "http.rejected"),
            ("inventory", "http.rejected")
        );
        expect.Problem(unknown, 404, "sku.unknown");
        expect.Records(records, "inventory", "INFO", "http.rejected");
        expect.Records(records, "orders", "INFO", "http.rejected");
        expect.That(
            !records.Any(r => r.Level is "WARN" or "ERROR"),
            "an article that does not exist is above INFO"
        );

        screen.Line();
        var tooLarge = await theatre.Client.OrderAsync(
            """{"sku":"lamp","quantity":500}""",
            cancellationToken
        );
        screen.Show(tooLarge);
        records = await Story.OfAsync(
            theatre,
            tooLarge,
            screen,
            cancellationToken,
            ("orders", "http.failed"),
            ("inventory", "http.rejected")
        );
        expect.Problem(tooLarge, 500, "dependency.failed");
        expect.Records(records, "inventory", "INFO", "http.rejected");
        expect.Records(records, "orders", "ERROR", "http.failed");
        expect.That(
            !tooLarge.Body.Contains("reservation", StringComparison.Ordinal),
            "the client reads what only the operators may"
        );
    }
}
