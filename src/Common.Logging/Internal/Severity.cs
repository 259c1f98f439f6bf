using Common.Abstractions;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Internal;

/// <summary>How a level is written.</summary>
/// <param name="Index">Its number from 0 to 5, for counting.</param>
/// <param name="Text">Its name.</param>
/// <param name="Number">Its number in OpenTelemetry's log data model.</param>
/// <param name="Priority">Its priority for journald, as a digit.</param>
/// <param name="Color">Its colour on a terminal, as the parameter of an SGR sequence.</param>
internal sealed record Severity(int Index, string Text, int Number, byte Priority, int Color)
{
    private static readonly Severity[] All =
    [
        new(0, "TRACE", 1, (byte)'7', 90),
        new(1, "DEBUG", 5, (byte)'7', 90),
        new(2, "INFO", 9, (byte)'6', 32),
        new(3, "WARN", 13, (byte)'4', 33),
        new(4, "ERROR", 17, (byte)'3', 31),
        new(5, "FATAL", 21, (byte)'2', 35),
    ];

    /// <summary>How many there are.</summary>
    public static int Count => All.Length;

    public static Severity Of(LogLevel level) =>
        All[Math.Clamp((int)level, (int)LogLevel.Trace, (int)LogLevel.Critical)];

    public static Severity At(int index) => All[index];

    public static LogLevel LevelOf(EventKind kind) =>
        kind switch
        {
            EventKind.Diagnostic => LogLevel.Debug,
            <= EventKind.Audit => LogLevel.Information,
            <= EventKind.Deprecated => LogLevel.Warning,
            EventKind.Failed => LogLevel.Error,
            _ => LogLevel.Critical,
        };
}
