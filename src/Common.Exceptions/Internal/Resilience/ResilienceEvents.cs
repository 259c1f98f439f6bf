using Common.Abstractions;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Common.Exceptions.Internal.Resilience;

internal static partial class ResilienceEvents
{
    [LogEvent(300, "call.retrying", EventKind.Retrying, "A call failed and is tried again")]
    public static partial void CallRetried(
        this ILogger logger,
        string dependency,
        int attempt,
        Duration pause,
        string cause
    );

    [LogEvent(
        301,
        "call.circuit_opened",
        EventKind.Degraded,
        "Too many calls failed; none are made for a while"
    )]
    public static partial void CircuitOpened(
        this ILogger logger,
        string dependency,
        Duration pause,
        string cause
    );

    [LogEvent(302, "call.circuit_closed", EventKind.Lifecycle, "Calls are made again")]
    public static partial void CircuitClosed(this ILogger logger, string dependency);

    [LogEvent(
        303,
        "work.failing",
        EventKind.Degraded,
        "Work that goes on for ever failed and begins anew"
    )]
    public static partial void WorkFailed(
        this ILogger logger,
        string work,
        int times,
        Duration pause,
        string cause,
        Exception exception
    );
}
