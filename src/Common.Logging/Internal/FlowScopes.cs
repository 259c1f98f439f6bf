using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Internal;

/// <summary>The scopes around log calls, as far as they are the service's.</summary>
/// <param name="mayChangeWithin">Whether the platform makes scopes of what may change while the flow of execution stays the same.</param>
internal sealed class FlowScopes(bool mayChangeWithin)
{
    private ConcurrentDictionary<Type, bool>? _types; // most services have no scopes, and need not wait for it

    private IExternalScopeProvider? _provider;
    private ContextScopes? _withContext;

    /// <summary>Knows the scopes; <see langword="null"/> while there are none.</summary>
    public IExternalScopeProvider? Provider => _withContext?.InnerIfUsed ?? _provider;

    /// <summary>Whether the scopes are values of the flow of execution, so that the same flow has the same scopes.</summary>
    public bool AreOfFlow { get; private set; } = true;

    /// <summary>Takes the platform's scopes.</summary>
    /// <remarks>The context of the request is in every record anyway, so it is not taken as a scope.</remarks>
    public void Take(IExternalScopeProvider provider)
    {
        _withContext = provider as ContextScopes;
        _provider =
            _withContext is null ? provider
            : mayChangeWithin ? _withContext.Inner
            : null;
        AreOfFlow =
            !mayChangeWithin
            && (
                provider is LoggerExternalScopeProvider or ContextScopes
                || provider.GetType().Assembly == typeof(LoggerFactory).Assembly
            );
    }

    /// <summary>Enters a scope.</summary>
    public IDisposable? Push(object? state) => (_withContext ?? _provider)?.Push(state);

    /// <summary>Whether a scope's values become attributes.</summary>
    public bool IsOfService(object scope) =>
        (_types ??= new()).GetOrAdd(
            scope.GetType(),
            static (_, found) => Scopes.IsOfService(found),
            scope
        );
}
