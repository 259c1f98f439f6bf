using System.Runtime.CompilerServices;

namespace Common.Logging.Internal;

/// <summary>What is known of the flow of execution that wrote last: whose request it is, and whether it has scopes.</summary>
/// <remarks>
/// All values that flow with execution are in one immutable object of the platform, so the same object has the same context and the
/// same scopes. Not thread-safe: each stripe has its own. It is forgotten when the stripe is emptied, so that it keeps nothing alive.
/// </remarks>
internal sealed class LastFlow
{
    private ExecutionContext? _flow;
    private FlowScopes? _scopes;

    /// <summary>The request's context, encoded.</summary>
    public EncodedContext Context { get; private set; } = EncodedContext.None;

    /// <summary>Whether there are scopes whose values become attributes.</summary>
    public bool HasScopes { get; private set; }

    /// <summary>Looks at the flow that runs now.</summary>
    /// <param name="scopes">The scopes of the provider.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Follow(FlowScopes scopes)
    {
        var flow = ExecutionContext.Capture();
        if (flow is null || !ReferenceEquals(flow, _flow))
        {
            LookAt(flow, scopes);
        }
    }

    /// <summary>Forgets the flow.</summary>
    public void Forget() => _flow = null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LookAt(ExecutionContext? flow, FlowScopes scopes)
    {
        _flow = null; // should anything below throw
        _scopes = scopes;
        Context = EncodedContext.Current;
        HasScopes = false;
        scopes.Provider?.ForEachScope(
            static (scope, self) =>
                self.HasScopes |= scope is not null && self._scopes!.IsOfService(scope),
            this
        );
        _flow = scopes.AreOfFlow ? flow : null;
    }
}
