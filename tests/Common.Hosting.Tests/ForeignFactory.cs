using Microsoft.Extensions.Logging;

namespace Common.Hosting.Tests;

/// <summary>A logger factory of somebody else's.</summary>
internal sealed class ForeignFactory(ILoggerProvider? provider) : ILoggerFactory
{
    public void AddProvider(ILoggerProvider provider) { }

    public ILogger CreateLogger(string categoryName) =>
        provider?.CreateLogger(categoryName)
        ?? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public void Dispose() { }
}
