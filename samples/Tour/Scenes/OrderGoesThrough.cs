using System.Globalization;
using Tour.Output;
using Tour.Stage;

namespace Tour.Scenes;

/// <summary>An order goes through both services; what the client sent as its request ID is refused.</summary>
internal sealed class OrderGoesThrough : Scene
{
    public override string Title => "an order goes through";

    public override string Notice =>
        "the client's X-Request-ID was no ID, so a fresh one took its place; that one stands in every line of both services, "
        + "with the user, the tenant path and the deadline (what is left of it is remaining_ms) that travelled along.";

    public override async Task PlayAsync(
        Theatre theatre,
        Screen screen,
        Expectations expect,
        CancellationToken cancellationToken
    )
    {
        var exchange = await theatre.Client.OrderAsync(
            """{"sku":"lamp","quantity":3}""",
            cancellationToken,
            ("X-Request-ID", "my-very-own-id; DROP TABLE orders"),
            ("X-User", "alice"),
            ("X-Tenant", "/acme/eu"),
            ("X-Deadline", "30000")
        );
        screen.Show(exchange);
        var records = await Story.OfAsync(
            theatre,
            exchange,
            screen,
            cancellationToken,
            ("orders", "http.completed"),
            ("inventory", "http.completed")
        );

        expect.Equal("the status", 201, exchange.Status);
        expect.Equal("the article", "lamp", exchange.Member("sku"));
        expect.RequestIds(exchange);
        expect.Records(records, "orders", "DEBUG", "context.header_refused");
        expect.Records(records, "orders", "INFO", "order.placed");
        expect.Records(records, "orders", "INFO", "http.completed");
        expect.Records(records, "inventory", "INFO", "stock.reserved");
        expect.Records(records, "inventory", "INFO", "http.completed");
        expect.That(
            Remaining(records, "orders") is <= 30_000 and > 0
                && Remaining(records, "inventory") < Remaining(records, "orders"),
            "the deadline did not travel"
        );
        expect.That(
            records.All(r => r.Context.EndsWith(" alice /acme/eu", StringComparison.Ordinal)),
            "a line does not have the user and the tenant in its context"
        );
        expect.That(
            !theatre.Orders.Lines.Any(l => l.Contains("DROP TABLE", StringComparison.Ordinal)),
            "the text of the refused ID is in the log"
        );
    }

    private static int? Remaining(IReadOnlyList<LogLine> records, string service)
    {
        const string Field = " remaining_ms=";
        var text = records
            .FirstOrDefault(r => r.Service == service && r.EventName == "http.received")
            ?.Text;
        var start = text?.IndexOf(Field, StringComparison.Ordinal) ?? -1;
        return
            start >= 0
            && int.TryParse(
                text!.AsSpan(start + Field.Length).ToString().Split(' ')[0],
                CultureInfo.InvariantCulture,
                out var remaining
            )
            ? remaining
            : null;
    }
}
