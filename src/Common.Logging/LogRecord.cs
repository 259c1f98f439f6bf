using Common.Context;
using NodaTime;

namespace Common.Logging;

/// <summary>A log record that was read back.</summary>
/// <remarks>The text format has no version, host and environment of the service, no trace and span, and no event ID.</remarks>
public sealed record LogRecord
{
    /// <summary>When it was written.</summary>
    /// <value>A time with microseconds.</value>
    public required Instant Timestamp { get; init; }

    /// <summary>How severe it is.</summary>
    /// <value><c>TRACE</c>, <c>DEBUG</c>, <c>INFO</c>, <c>WARN</c>, <c>ERROR</c> or <c>FATAL</c>.</value>
    public required string SeverityText { get; init; }

    /// <summary>How severe it is, as a number of OpenTelemetry's log data model.</summary>
    /// <value>1, 5, 9, 13, 17 or 21.</value>
    public required int SeverityNumber { get; init; }

    /// <summary>The service that wrote it.</summary>
    public required string Service { get; init; }

    /// <summary>The version of the service.</summary>
    /// <value><see langword="null"/> if it is not known.</value>
    public string? Version { get; init; }

    /// <summary>The process that wrote it.</summary>
    public required string Instance { get; init; }

    /// <summary>The machine.</summary>
    /// <value><see langword="null"/> if it is not known.</value>
    public string? Host { get; init; }

    /// <summary>The environment.</summary>
    /// <value><see langword="null"/> if it is not known.</value>
    public string? Environment { get; init; }

    /// <summary>The category of the logger.</summary>
    public required string Logger { get; init; }

    /// <summary>The name of the event.</summary>
    /// <value><see langword="null"/> if it has none.</value>
    public string? EventName { get; init; }

    /// <summary>The number of the event.</summary>
    /// <value>0 if it has none.</value>
    public int EventId { get; init; }

    /// <summary>The summary of the event, or the message of a library that declares no events.</summary>
    public required string Body { get; init; }

    /// <summary>The ID that the service gave the request.</summary>
    /// <value><see cref="RequestId.None"/> outside of a request.</value>
    public RequestId RequestId { get; init; }

    /// <summary>The ID of the request from edge to edge.</summary>
    /// <value><see cref="RequestId.None"/> outside of a request.</value>
    public RequestId GlobalRequestId { get; init; }

    /// <summary>The trace.</summary>
    /// <value>32 hexadecimal digits, or <see langword="null"/>.</value>
    public string? TraceId { get; init; }

    /// <summary>The span.</summary>
    /// <value>16 hexadecimal digits, or <see langword="null"/>.</value>
    public string? SpanId { get; init; }

    /// <summary>The user.</summary>
    /// <value><see langword="null"/> if there is none.</value>
    public string? User { get; init; }

    /// <summary>The path of the tenant.</summary>
    /// <value><see langword="null"/> if there is none.</value>
    public string? Tenant { get; init; }

    /// <summary>The fields of the event and the values of scopes, in the order in which they were written.</summary>
    /// <value>
    /// By name: <see cref="string"/>, <see cref="bool"/>, <see cref="long"/>, <see cref="decimal"/> or <see cref="double"/>,
    /// <see langword="null"/>, or a list of those.
    /// </value>
    public required IReadOnlyDictionary<string, object?> Attributes { get; init; }

    /// <summary>The exception.</summary>
    /// <value><see langword="null"/> if there is none.</value>
    public LogRecordError? Exception { get; init; }

    /// <summary>Whether the record was too long and was cut.</summary>
    public bool IsTruncated { get; init; }
}
