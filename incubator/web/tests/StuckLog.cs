using System;
using System.Threading;
using Microsoft.Extensions.Logging;

namespace Common.Incubator.Web.Tests;

/// <summary>A log whose writer waits for a full disk, or for a terminal that was stopped.</summary>
internal sealed class StuckLog : ILoggerProvider, ILogger
{
    private readonly ManualResetEventSlim _free = new(initialState: true);
    private int _waits;

    /// <summary>How many records wait to be written, or have waited.</summary>
    public int Waits => Volatile.Read(ref _waits);

    public void Stick() => _free.Reset();

    public void Free() => _free.Set();

    public ILogger CreateLogger(string categoryName) => this;

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
        if (!_free.IsSet)
        {
            Interlocked.Increment(ref _waits);
            _free.Wait(TimeSpan.FromMinutes(2));
        }
    }

    public void Dispose()
    {
        Free();
        _free.Dispose();
    }
}
