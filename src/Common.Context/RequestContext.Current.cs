namespace Common.Context;

public sealed partial record RequestContext
{
    // Ambient by nature: one value for each flow of execution, none of them shared between hosts.
    private static readonly AsyncLocal<RequestContext?> Ambient = new();

    /// <summary>The context of the request that the current flow of execution works for.</summary>
    /// <value><see langword="null"/> outside of a request.</value>
    public static RequestContext? Current => Ambient.Value;

    /// <summary>Makes this context the current one until the scope is disposed.</summary>
    /// <returns>A scope, for <c>using</c>.</returns>
    /// <remarks>What is started or awaited inside sees the context too; what goes on outside does not.</remarks>
    /// <example><code>using (context.Enter()) { await HandleAsync(); }</code></example>
    public ContextScope Enter()
    {
        var previous = Ambient.Value;
        Ambient.Value = this;
        return new ContextScope(previous);
    }

    /// <summary>Leaves any context until the scope is disposed, for work that belongs to no request.</summary>
    /// <returns>A scope, for <c>using</c>.</returns>
    public static ContextScope EnterNone()
    {
        var previous = Ambient.Value;
        Ambient.Value = null;
        return new ContextScope(previous);
    }

    internal static void Restore(RequestContext? previous) => Ambient.Value = previous;
}
