using Common.Abstractions;
using Common.Context;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Common.Logging.Tests;

internal static partial class TestEvents
{
    [LogEvent(1042, "order.completed", EventKind.Completed, "Order completed")]
    public static partial void OrderCompleted(
        this ILogger logger,
        long orderId,
        int items,
        decimal total
    );

    [LogEvent(1043, "order.failed", EventKind.Failed, "Order failed")]
    public static partial void OrderFailed(
        this ILogger logger,
        Exception exception,
        string? reason
    );

    [LogEvent(1044, "text.seen", EventKind.Completed, "Text seen")]
    public static partial void TextSeen(this ILogger logger, string? text);

    [LogEvent(1045, "number.seen", EventKind.Completed, "Number seen")]
    public static partial void NumberSeen(this ILogger logger, double number);

    [LogEvent(1046, "list.seen", EventKind.Completed, "List seen")]
    public static partial void ListSeen(this ILogger logger, int[]? sizes, string[]? names);

    [LogEvent(1047, "user.removed", EventKind.Audit, "User removed")]
    public static partial void UserRemoved(this ILogger logger, string name);

    [LogEvent(1048, "detail.seen", EventKind.Diagnostic, "Detail seen")]
    public static partial void DetailSeen(this ILogger logger);

    [LogEvent(1049, "key.deprecated", EventKind.Deprecated, "Key deprecated")]
    public static partial void KeyDeprecated(this ILogger logger, string path);

    [LogEvent(1050, "call.retried", EventKind.Retrying, "Call retried")]
    public static partial void CallRetried(this ILogger logger, int attempt);

    [LogEvent(1051, "value.seen", EventKind.Completed, "Value seen")]
    public static partial void ValueSeen(this ILogger logger, ISpanFormattable value);

    [LogEvent(1052, "all.seen", EventKind.Lifecycle, "All seen")]
    public static partial void AllSeen(
        this ILogger logger,
        bool yes,
        char letter,
        ulong big,
        float share,
        Guid guid,
        RequestId linkedRequest,
        TenantPath tenantPath,
        Instant instant,
        Duration duration,
        DateTimeOffset time,
        TimeSpan span,
        Uri uri,
        DayOfWeek day,
        int? nothing
    );

    [LogEvent(1053, "service.died", EventKind.Fatal, "Service died")]
    public static partial void ServiceDied(this ILogger logger, Exception exception);

    [LogEvent(1054, "nothing.seen", EventKind.Rejected, "Nothing seen")]
    public static partial void NothingSeen(this ILogger logger);

    [LogEvent(1055, "mix.seen", EventKind.Completed, "Mix seen")]
    public static partial void Mixed(
        this ILogger logger,
        string text,
        bool[] flags,
        string?[] names,
        int[] numbers,
        bool yes,
        int? nothing
    );

    [LogEvent(1056, "mix.failed", EventKind.Failed, "Mix failed")]
    public static partial void MixedFailed(
        this ILogger logger,
        Exception exception,
        string text,
        int[] numbers
    );
}
