using Common.Exceptions;

namespace Orders;

/// <summary>Calls Inventory.</summary>
internal sealed class InventoryClient(HttpClient http)
{
    // The two errors of Inventory that are the client's own to mend; any other is not what our client did.
    private static readonly Boundary Reserving = new(
        "inventory",
        "sku.unknown",
        "stock.insufficient"
    );

    /// <summary>Keeps pieces for an order. Safe to repeat: Inventory reserves once for each order.</summary>
    public async Task ReserveAsync(
        Guid orderId,
        Reservation reservation,
        CancellationToken cancellationToken
    )
    {
        using var response = await Reserving.CallAsync(
            ct =>
                http.PutAsJsonAsync(
                    new Uri($"/reservations/{orderId:D}", UriKind.Relative),
                    reservation,
                    OrdersJson.Default.Reservation,
                    ct
                ),
            cancellationToken
        );
    }
}
