using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Common.Hosting.Tests;

/// <summary>Keeps what it is given.</summary>
internal sealed class KeptLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(
        LogLevel Level,
        string Category,
        string Event,
        string Text
    )> _records = new();

    public IReadOnlyList<(LogLevel Level, string Category, string Event, string Text)> Records =>
        [.. _records];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose() { }

    private sealed class Logger(KeptLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) =>
            log._records.Enqueue(
                (
                    logLevel,
                    category,
                    eventId.Name ?? "",
                    state is IEnumerable<KeyValuePair<string, object?>> fields
                        ? string.Join(' ', fields.Select(f => $"{f.Key}={f.Value}"))
                        : formatter(state, exception)
                )
            );
    }
}
