using System.Runtime.CompilerServices;
using Common.Context.Internal;

namespace Common.Context;

public sealed partial record RequestContext
{
    // Ambient by nature: one value for each flow of execution, none of them shared between hosts.
    // It holds nothing but contexts; as objects, since reading one of another type costs a check of the type each time.
    private static readonly AsyncLocal<object?> Ambient = new();

    // No host sees another by it: it only says that nobody needs to look whether the current request asks for details.
    private static readonly VerboseCount Verbose = new();

    private readonly VerboseMark? _verbose;

    /// <summary>The context of the request that the current flow of execution works for.</summary>
    /// <value><see langword="null"/> outside of a request.</value>
    public static RequestContext? Current => Unsafe.As<RequestContext?>(Ambient.Value);

    /// <summary>Whether any request of the process may ask for details in the log.</summary>
    /// <value><see langword="false"/> if no context with <see cref="IsVerbose"/> is left: then the current one need not be looked at, which costs more.</value>
    /// <remarks>It stays <see langword="true"/> until the last such context has been collected as garbage.</remarks>
    public static bool IsAnyVerbose => Verbose.IsAny;

    /// <summary>Makes this context the current one until the scope is disposed.</summary>
    /// <returns>A scope, for <c>using</c>.</returns>
    /// <remarks>
    /// What is started or awaited inside sees the context too; what goes on outside does not. The first scope of a request owns
    /// it: when it is disposed, so is what <see cref="RequestLocal{T}"/> keeps for the request.
    /// </remarks>
    /// <example><code>using (context.Enter()) { await HandleAsync(); }</code></example>
    public ContextScope Enter()
    {
        var previous = Current;
        Ambient.Value = this;
        return new ContextScope(previous, TryOwn() ? this : null);
    }

    /// <summary>Leaves any context until the scope is disposed, for work that belongs to no request.</summary>
    /// <returns>A scope, for <c>using</c>.</returns>
    public static ContextScope EnterNone()
    {
        var previous = Current;
        Ambient.Value = null;
        return new ContextScope(previous, null);
    }

    /// <summary>Keeps the current context, or that there is none, to enter it elsewhere: on a thread, or with an item of a queue.</summary>
    /// <returns>The snapshot.</returns>
    public static ContextSnapshot Capture() => new(Current);

    /// <summary>Makes a context for work that must outlive the request.</summary>
    /// <returns>The same IDs and identity, without a deadline, and with storage of its own for <see cref="RequestLocal{T}"/>.</returns>
    /// <example><code>using (context.Detach().Enter()) { _ = Task.Run(CleanUpAsync); }</code></example>
    public RequestContext Detach() => new(this) { Deadline = default, _root = null };

    internal static void Restore(RequestContext? previous) => Ambient.Value = previous;
}
