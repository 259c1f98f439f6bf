using Common.Abstractions;
using Microsoft.Extensions.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>The event of all rows: as we declare it, and as the platform does.</summary>
internal static partial class OrderEvents
{
    [LogEvent(1042, "order.completed", EventKind.Completed, "Order completed")]
    public static partial void OrderCompleted(
        this ILogger logger,
        long orderId,
        int items,
        decimal total
    );

    [LogEvent(1043, "order.seen", EventKind.Diagnostic, "Order seen")]
    public static partial void OrderSeen(
        this ILogger logger,
        long orderId,
        int items,
        decimal total
    );

#pragma warning disable CMN3002 // the platform's way, to be compared with
    [LoggerMessage(
        1042,
        LogLevel.Information,
        "Order {OrderId} completed with {Items} items for {Total}",
        EventName = "order.completed"
    )]
    public static partial void PlatformOrderCompleted(
        this ILogger logger,
        long orderId,
        int items,
        decimal total
    );

    [LoggerMessage(
        1043,
        LogLevel.Debug,
        "Order {OrderId} with {Items} items for {Total}",
        EventName = "order.seen"
    )]
    public static partial void PlatformOrderSeen(
        this ILogger logger,
        long orderId,
        int items,
        decimal total
    );
#pragma warning restore CMN3002
}
