using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Internal;

/// <summary>The scopes around log calls, as far as they are the service's.</summary>
/// <param name="mayChangeWithin">Whether the platform makes scopes of what may change while the flow of execution stays the same.</param>
internal sealed class FlowScopes(bool mayChangeWithin)
{
    private ConcurrentDictionary<Type, bool>? _types; // most services have no scopes, and need not wait for it

    /// <summary>Knows the scopes.</summary>
    public IExternalScopeProvider? Provider { get; private set; }

    /// <summary>Whether the scopes are values of the flow of execution, so that the same flow has the same scopes.</summary>
    public bool AreOfFlow { get; private set; } = true;

    /// <summary>Takes the platform's scopes.</summary>
    public void Take(IExternalScopeProvider provider)
    {
        Provider = provider;
        AreOfFlow =
            !mayChangeWithin
            && (
                provider is LoggerExternalScopeProvider
                || provider.GetType().Assembly == typeof(LoggerFactory).Assembly
            );
    }

    /// <summary>Whether a scope's values become attributes.</summary>
    public bool IsOfService(object scope) =>
        (_types ??= new()).GetOrAdd(
            scope.GetType(),
            static (_, found) => Scopes.IsOfService(found),
            scope
        );
}
