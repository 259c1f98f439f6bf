using Common.Abstractions;

namespace Orders;

/// <summary>What Orders says beside the one terminal record of each request.</summary>
internal static partial class OrderEvents
{
    [LogEvent(1001, "order.placed", EventKind.Audit, "Order placed")]
    public static partial void OrderPlaced(
        this ILogger logger,
        Guid orderId,
        string sku,
        int quantity
    );
}
