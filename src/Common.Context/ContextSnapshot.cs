using System.Runtime.InteropServices;

namespace Common.Context;

/// <summary>The context that was current when it was captured, or that there was none. The default value holds none. Immutable.</summary>
/// <param name="Context">The context, or <see langword="null"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ContextSnapshot(RequestContext? Context)
{
    /// <summary>Makes what was captured current until the scope is disposed.</summary>
    /// <returns>A scope, for <c>using</c>.</returns>
    public ContextScope Enter() => Context?.Enter() ?? RequestContext.EnterNone();
}
