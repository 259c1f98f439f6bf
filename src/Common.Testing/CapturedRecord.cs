using Common.Abstractions;
using Common.Context;
using Microsoft.Extensions.Logging;

namespace Common.Testing;

/// <summary>A log record that a <see cref="LogCapture"/> took.</summary>
public sealed record CapturedRecord
{
    /// <summary>The category of the logger.</summary>
    public required string Category { get; init; }

    /// <summary>The level.</summary>
    public required LogLevel Level { get; init; }

    /// <summary>The number of the event.</summary>
    /// <value>0 if it has none.</value>
    public required int EventId { get; init; }

    /// <summary>The name of the event.</summary>
    /// <value><see langword="null"/> if it has none.</value>
    public required string? EventName { get; init; }

    /// <summary>What a declared event tells.</summary>
    /// <value><see langword="null"/> if the record is not of a declared event.</value>
    public required EventKind? Kind { get; init; }

    /// <summary>The summary of a declared event, or the formatted message.</summary>
    public required string Message { get; init; }

    /// <summary>The fields, by name.</summary>
    public required IReadOnlyDictionary<string, object?> Fields { get; init; }

    /// <summary>The context of the request in which it was logged.</summary>
    /// <value><see langword="null"/> outside of a request.</value>
    public required RequestContext? Context { get; init; }

    /// <summary>The exception.</summary>
    /// <value><see langword="null"/> if there is none.</value>
    public required Exception? Exception { get; init; }
}
