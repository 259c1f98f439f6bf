using System.Collections.Concurrent;
using Common.Abstractions;
using Common.Context;
using Microsoft.Extensions.Logging;

namespace Common.Testing;

/// <summary>Captures log records, so that a test can look at them.</summary>
/// <remarks>Thread-safe. It takes every level; what the platform's filters hold back does not reach it.</remarks>
/// <example><code>
/// using var capture = new LogCapture();
/// new Checkout(capture.CreateLogger&lt;Checkout&gt;()).Pay();
/// Assert.Equal(42L, capture.Single("order.completed").Fields["order_id"]);
/// </code></example>
public sealed class LogCapture : ILoggerProvider
{
    private readonly ConcurrentQueue<CapturedRecord> _records = new();

    /// <summary>The records until now, in order.</summary>
    public IReadOnlyList<CapturedRecord> Records => [.. _records];

    /// <summary>The records of one event until now, in order.</summary>
    /// <param name="eventName">The name of the event.</param>
    /// <returns>The records; none if there was no such event.</returns>
    public IReadOnlyList<CapturedRecord> Of(string eventName) =>
        [.. _records.Where(record => record.EventName == eventName)];

    /// <summary>The one record of an event.</summary>
    /// <param name="eventName">The name of the event.</param>
    /// <returns>The record.</returns>
    /// <exception cref="InvalidOperationException">There is no such record, or more than one; the message lists what there is.</exception>
    public CapturedRecord Single(string eventName)
    {
        var found = Of(eventName);
        return found.Count == 1
            ? found[0]
            : throw new InvalidOperationException(
                $"There are {found.Count} records of '{eventName}', not 1. Captured: {string.Join(", ", _records.Select(record => record.EventName ?? record.Message))}."
            );
    }

    /// <summary>Forgets the records until now.</summary>
    public void Clear() => _records.Clear();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <summary>Creates a logger of a type's category.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>A logger that captures.</returns>
    public ILogger<T> CreateLogger<T>() => new Logger<T>(this);

    /// <inheritdoc/>
    public void Dispose() { }

    private void Add<TState>(
        string category,
        LogLevel level,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) =>
        _records.Enqueue(
            new CapturedRecord
            {
                Category = category,
                Level = level,
                EventId = eventId.Id,
                EventName = eventId.Name,
                Kind = (state as ILogEventState)?.Kind,
                Message = formatter(state, exception),
                Fields = FieldsOf(state),
                Context = RequestContext.Current,
                Exception = exception,
            }
        );

    private static Dictionary<string, object?> FieldsOf(object? state)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (state is IEnumerable<KeyValuePair<string, object?>> pairs)
        {
            foreach (var (name, value) in pairs)
            {
                if (name != "{OriginalFormat}")
                {
                    fields[name] = value;
                }
            }
        }

        return fields;
    }

    private class Logger(LogCapture capture, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            ArgumentNullException.ThrowIfNull(formatter);
            capture.Add(category, logLevel, eventId, state, exception, formatter);
        }
    }

    private sealed class Logger<T>(LogCapture capture)
        : Logger(capture, typeof(T).FullName ?? typeof(T).Name),
            ILogger<T>;
}
