using Tour.Output;
using Tour.Stage;

namespace Tour.Scenes;

/// <summary>A stranger claims to be somebody else.</summary>
internal sealed class ForgedIdentity : Scene
{
    private const string OfferedId = "req-00000000-1111-4222-8333-444444444444";

    public override string Title => "a stranger forges the headers of an administrator";

    public override string Notice =>
        "Orders trusts 127.0.0.1 and nobody else: the request of a stranger goes through without user and tenant, under an ID of "
        + "our own.";

    public override async Task PlayAsync(
        Theatre theatre,
        Screen screen,
        Expectations expect,
        CancellationToken cancellationToken
    )
    {
        using var stranger = Client.OfStranger(theatre.Client.Orders);
        var exchange = await stranger.OrderAsync(
            """{"sku":"chair","quantity":1}""",
            cancellationToken,
            ("X-Global-Request-ID", OfferedId),
            ("X-User", "root"),
            ("X-Tenant", "/acme"),
            ("X-Roles", "admin")
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
        expect.RequestIds(exchange);
        expect.Equal("the global ID", exchange.RequestId, exchange.GlobalRequestId);
        expect.Records(records, "inventory", "INFO", "http.completed");
        expect.That(
            records.All(r => r.Context.EndsWith(" - -", StringComparison.Ordinal)),
            "a line believes the stranger"
        );
        expect.That(
            !theatre
                .Orders.Lines.Concat(theatre.Inventory.Lines)
                .Any(l => l.Contains(OfferedId, StringComparison.Ordinal)),
            "the offered ID is in a log"
        );
    }
}
