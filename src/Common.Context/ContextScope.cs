using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Common.Context;

/// <summary>The time during which a context is the current one. Disposing it brings back the one before.</summary>
/// <remarks>Dispose it in the method that entered, once, in the reverse order of entering, as <c>using</c> does.</remarks>
[SuppressMessage("Performance", "CA1815", Justification = "a scope is disposed, never compared")]
[StructLayout(LayoutKind.Auto)]
public readonly struct ContextScope : IDisposable
{
    private readonly RequestContext? _previous;

    internal ContextScope(RequestContext? previous) => _previous = previous;

    /// <summary>Brings back the context that was current before.</summary>
    public void Dispose() => RequestContext.Restore(_previous);
}
