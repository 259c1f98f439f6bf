using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Common.Config.Tests;

/// <summary>Keeps what is logged as one line an event: its name and the fields.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Clear() => _lines.Clear();

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose() { }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var fields = ((IReadOnlyList<KeyValuePair<string, object?>>)state!).Where(f =>
            f.Key != "{OriginalFormat}"
        );
        _lines.Enqueue(
            $"{logLevel} {eventId.Name} {string.Join(" ", fields.Select(f => $"{f.Key}={f.Value}"))}"
                + (exception is null ? "" : " " + exception.Message)
        );
    }
}
