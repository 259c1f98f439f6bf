using Common.Abstractions;
using Microsoft.Extensions.Logging;

namespace Common.Hosting.Internal;

internal static partial class HostingEvents
{
    [LogEvent(1, "service.started", EventKind.Lifecycle, "Service started")]
    public static partial void ServiceStarted(
        this ILogger logger,
        string? version,
        string environment
    );

    [LogEvent(2, "service.stopping", EventKind.Lifecycle, "Service stopping")]
    public static partial void ServiceStopping(this ILogger logger);

    [LogEvent(
        3,
        "logging.factory_replaced",
        EventKind.Degraded,
        "Something replaced the logger factory, so records may not have the format of Common"
    )]
    public static partial void LoggerFactoryReplaced(this ILogger logger, string factory);

    [LogEvent(4, "service.misconfigured", EventKind.Fatal, "Service has a wrong configuration")]
    public static partial void ServiceMisconfigured(
        this ILogger logger,
        IReadOnlyList<string> mistakes
    );

    [LogEvent(5, "service.start_failed", EventKind.Fatal, "Service could not start")]
    public static partial void ServiceStartFailed(
        this ILogger logger,
        string reason,
        Exception exception
    );

    [LogEvent(6, "service.crashed", EventKind.Fatal, "Service ended by an exception")]
    public static partial void ServiceCrashed(
        this ILogger logger,
        string reason,
        Exception exception
    );

    [LogEvent(
        7,
        "service.background_failed",
        EventKind.Failed,
        "Other background work of a service that ends failed too"
    )]
    public static partial void BackgroundFailed(this ILogger logger, Exception exception);
}
