using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Common.Exceptions.Tests.Resilience;

/// <summary>Keeps what is logged: level, event name and fields.</summary>
internal sealed class ListLogger : ILogger, ILoggerProvider
{
    private readonly Lock _gate = new();

    public List<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("Common.Exceptions", StringComparison.Ordinal)
            ? this
            : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

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
        var fields = ((IReadOnlyList<KeyValuePair<string, object?>>)state!).Where(field =>
            field.Key != "{OriginalFormat}"
        );
        lock (_gate)
        {
            Lines.Add(
                $"{logLevel} {eventId.Id} {eventId.Name} "
                    + string.Join(
                        ' ',
                        fields.Select(field =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{field.Key}={field.Value}"
                            )
                        )
                    )
            );
        }
    }

    public void Dispose() { }
}
