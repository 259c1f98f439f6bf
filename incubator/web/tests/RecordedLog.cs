using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Common.Context;
using Microsoft.Extensions.Logging;

namespace Common.Incubator.Web.Tests;

/// <summary>Keeps every record with the request that it was written in.</summary>
internal sealed class RecordedLog : ILoggerProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentQueue<LogEntry> _entries = new();
    private readonly Channel<LogEntry> _ends = Channel.CreateUnbounded<LogEntry>();

    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    /// <summary>The records that end a request.</summary>
    public IReadOnlyList<LogEntry> Ends => [.. _entries.Where(e => e.IsEnd)];

    /// <summary>Waits for the next record that ends a request: the answer may arrive before it.</summary>
    public async Task<LogEntry> NextEndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _ends.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Waits for a record of an event.</summary>
    public async Task<LogEntry> WaitForAsync(string name, Func<LogEntry, bool>? which = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (
                _entries.FirstOrDefault(e => e.EventName == name && which?.Invoke(e) != false) is
                { } entry
            )
            {
                return entry;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose() { }

    private void Add(LogEntry entry)
    {
        _entries.Enqueue(entry);
        if (entry.IsEnd)
        {
            _ends.Writer.TryWrite(entry);
        }
    }

    private sealed class Logger(RecordedLog log, string category) : ILogger
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
            log.Add(
                new LogEntry(
                    category,
                    logLevel,
                    eventId.Name ?? "",
                    state as IReadOnlyList<KeyValuePair<string, object?>> ?? [],
                    exception,
                    formatter(state, exception),
                    RequestContext.Current
                )
            );
    }
}
