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
    private readonly RequestContext? _owned;

    internal ContextScope(RequestContext? previous, RequestContext? owned)
    {
        _previous = previous;
        _owned = owned;
    }

    /// <summary>Brings back the context that was current before, and ends the request if this is its first scope.</summary>
    /// <exception cref="AggregateException">Something that belonged to the request could not be disposed.</exception>
    public void Dispose()
    {
        try
        {
            _owned?.End();
        }
        finally
        {
            RequestContext.Restore(_previous);
        }
    }
}
