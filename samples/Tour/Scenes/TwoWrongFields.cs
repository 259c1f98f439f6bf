using Tour.Output;
using Tour.Stage;

namespace Tour.Scenes;

/// <summary>An order with two mistakes.</summary>
internal sealed class TwoWrongFields : Scene
{
    public override string Title => "an order with two mistakes";

    public override string Notice =>
        "both mistakes are told at once, each with a pointer to its field, and Inventory was never asked.";

    public override async Task PlayAsync(
        Theatre theatre,
        Screen screen,
        Expectations expect,
        CancellationToken cancellationToken
    )
    {
        var exchange = await theatre.Client.OrderAsync(
            """{"sku":"","quantity":0}""",
            cancellationToken
        );
        screen.Show(exchange);
        var records = await Story.OfAsync(
            theatre,
            exchange,
            screen,
            cancellationToken,
            ("orders", "http.rejected")
        );

        expect.Problem(exchange, 400, "order.invalid");
        foreach (var pointer in new[] { "\"/sku\"", "\"/quantity\"" })
        {
            expect.That(
                exchange.Member("errors").Contains(pointer, StringComparison.Ordinal),
                $"the answer does not point to {pointer}"
            );
        }

        expect.Records(records, "orders", "INFO", "http.rejected");
        expect.That(records.All(r => r.Service == "orders"), "Inventory was asked");
    }
}
