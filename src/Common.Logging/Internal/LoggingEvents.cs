using Common.Abstractions;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Internal;

/// <summary>What the logging says about itself.</summary>
internal static partial class LoggingEvents
{
    /// <summary>The name of the event that tells of rate limits.</summary>
    public const string HeldBackName = "log.records_held_back";

    [LogEvent(
        400,
        "log.records_dropped",
        EventKind.Degraded,
        "Log records were dropped since nobody took them"
    )]
    public static partial void RecordsDropped(this ILogger logger, long count);

    [LogEvent(
        401,
        HeldBackName,
        EventKind.Degraded,
        "Log records of an event were held back by its rate limit"
    )]
    public static partial void RecordsHeldBack(
        this ILogger logger,
        [Field("held_back_event_id")] int eventId,
        [Field("held_back_event_name")] string? eventName,
        long count
    );

    [LogEvent(
        402,
        "log.sink_failed",
        EventKind.Degraded,
        "Log records cannot be written; they are kept up to the memory bound and tried again"
    )]
    public static partial void SinkFailed(this ILogger logger, Exception exception);

    [LogEvent(
        403,
        "log.rotation_failed",
        EventKind.Degraded,
        "The log file cannot be put aside; records go on into it, and it is tried again"
    )]
    public static partial void RotationFailed(this ILogger logger, Exception exception);
}
