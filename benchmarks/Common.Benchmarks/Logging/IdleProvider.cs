using Microsoft.Extensions.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>A provider that does nothing: what is left is the platform's own part of a call.</summary>
internal sealed class IdleProvider : ILoggerProvider, ILogger
{
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
    ) { }

    public void Dispose() { }
}
