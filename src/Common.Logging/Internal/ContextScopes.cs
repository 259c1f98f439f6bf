using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Common.Logging.Internal;

/// <summary>
/// The scopes of the platform with the current request around them, so that every other provider that takes the platform's
/// scopes writes the request's IDs, user and tenant too.
/// </summary>
internal sealed class ContextScopes(
    IOptionsMonitor<LoggerFilterOptions> filters,
    IOptions<LoggerFactoryOptions> options
) : IExternalScopeProvider
{
    private IExternalScopeProvider? _inner;

    /// <summary>The scopes without the request, made when they are needed first: a service without scopes starts without them.</summary>
    public IExternalScopeProvider Inner =>
        Volatile.Read(ref _inner)
        ?? Interlocked.CompareExchange(ref _inner, PlatformScopes(filters, options), null)
        ?? _inner;

    /// <summary>The same, or <see langword="null"/> while nobody has entered a scope.</summary>
    public IExternalScopeProvider? InnerIfUsed => Volatile.Read(ref _inner);

    /// <inheritdoc/>
    public void ForEachScope<TState>(Action<object?, TState> callback, TState state)
    {
        if (ContextFields.Current is { Count: > 0 } fields)
        {
            callback(fields, state);
        }

        Inner.ForEachScope(callback, state);
    }

    /// <inheritdoc/>
    public IDisposable Push(object? state) => Inner.Push(state);

    /// <summary>Has the platform make its own provider of scopes, which knows the options of activity tracking.</summary>
    private static IExternalScopeProvider PlatformScopes(
        IOptionsMonitor<LoggerFilterOptions> filters,
        IOptions<LoggerFactoryOptions> options
    )
    {
        using var taker = new ScopeTaker();
        using var factory = new LoggerFactory([taker], filters, options);
        return taker.Scopes ?? new LoggerExternalScopeProvider();
    }

    /// <summary>A provider that is there to be given scopes.</summary>
    private sealed class ScopeTaker : ILoggerProvider, ISupportExternalScope
    {
        public IExternalScopeProvider? Scopes { get; private set; }

        public ILogger CreateLogger(string categoryName) =>
            Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) =>
            Scopes = scopeProvider;

        public void Dispose() { }
    }
}
