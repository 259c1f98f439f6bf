using Common.Abstractions;

namespace Inventory;

/// <summary>What Inventory says beside the one terminal record of each request.</summary>
internal static partial class StockEvents
{
    [LogEvent(1001, "stock.reserved", EventKind.Audit, "Stock reserved")]
    public static partial void StockReserved(
        this ILogger logger,
        Guid orderId,
        string sku,
        int quantity,
        int left
    );
}
