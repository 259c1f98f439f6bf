#nullable enable
using System;
using System.Net;
using Common.Abstractions;
using Common.Context;
using Microsoft.Extensions.Logging;

namespace Orders.Incubator.Web;

/// <summary>What the web boundary says: exactly one of the first three for each request.</summary>
internal static partial class WebEvents
{
    [LogEvent(700, "http.completed", EventKind.Completed, "Request completed")]
    public static partial void RequestCompleted(
        this ILogger logger,
        string method,
        string path,
        int status,
        [Field("duration_ms")] double duration
    );

    [LogEvent(701, "http.rejected", EventKind.Rejected, "Request rejected")]
    public static partial void RequestRejected(
        this ILogger logger,
        string method,
        string path,
        int status,
        string code,
        string reason,
        [Field("duration_ms")] double duration
    );

    [LogEvent(702, "http.failed", EventKind.Failed, "Request failed")]
    public static partial void RequestFailed(
        this ILogger logger,
        string method,
        string path,
        int status,
        string code,
        [Field("duration_ms")] double duration,
        Exception? exception
    );

    [LogEvent(
        703,
        "http.unreadable",
        EventKind.Rejected,
        "Request refused before it could be read"
    )]
    public static partial void RequestUnreadable(this ILogger logger, int status, string reason);

    [LogEvent(704, "http.received", EventKind.Diagnostic, "Request received")]
    public static partial void RequestReceived(
        this ILogger logger,
        string method,
        string path,
        IPAddress? peer,
        PeerTrust trust,
        [Field("remaining_ms")] double remaining
    );

    [LogEvent(
        705,
        "service.not_ready",
        EventKind.Degraded,
        "Service is not ready: its health checks fail"
    )]
    public static partial void ServiceNotReady(
        this ILogger logger,
        string failing,
        Exception? exception
    );

    [LogEvent(706, "service.ready", EventKind.Lifecycle, "Service is ready again")]
    public static partial void ServiceReady(this ILogger logger);
}
