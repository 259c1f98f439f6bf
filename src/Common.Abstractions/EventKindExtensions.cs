namespace Common.Abstractions;

/// <summary>The table that gives each <see cref="EventKind"/> its severity.</summary>
/// <remarks>All members are thread-safe.</remarks>
public static class EventKindExtensions
{
    /// <summary>Gives the severity number of OpenTelemetry's log data model.</summary>
    /// <param name="kind">A declared kind.</param>
    /// <returns>5 (debug), 9 (information), 13 (warning), 17 (error) or 21 (critical).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a declared kind.</exception>
    /// <remarks>The numbers are those of the OpenTelemetry log data model, section "Field: SeverityNumber".</remarks>
    public static int ToSeverityNumber(this EventKind kind) =>
        kind switch
        {
            EventKind.Diagnostic => 5,
            EventKind.Lifecycle or EventKind.Completed or EventKind.Rejected or EventKind.Audit =>
                9,
            EventKind.Retrying or EventKind.Degraded or EventKind.Deprecated => 13,
            EventKind.Failed => 17,
            EventKind.Fatal => 21,
            _ => throw Undeclared(kind),
        };

    /// <summary>Gives the text that a log record shows for the severity.</summary>
    /// <param name="kind">A declared kind.</param>
    /// <returns><c>DEBUG</c>, <c>INFO</c>, <c>WARN</c>, <c>ERROR</c> or <c>FATAL</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a declared kind.</exception>
    public static string ToSeverityText(this EventKind kind) =>
        kind.ToSeverityNumber() switch
        {
            5 => "DEBUG",
            9 => "INFO",
            13 => "WARN",
            17 => "ERROR",
            _ => "FATAL",
        };

    /// <summary>Says whether a record of this kind ends a unit of work.</summary>
    /// <param name="kind">Any value.</param>
    /// <returns><see langword="true"/> for <see cref="EventKind.Completed"/>, <see cref="EventKind.Rejected"/> and <see cref="EventKind.Failed"/>.</returns>
    public static bool IsTerminal(this EventKind kind) =>
        kind is EventKind.Completed or EventKind.Rejected or EventKind.Failed;

    private static ArgumentOutOfRangeException Undeclared(EventKind kind) =>
        new(nameof(kind), kind, "This is not a declared event kind.");
}
