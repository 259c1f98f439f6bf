using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Common.Context;

/// <summary>The headers of a request that an <see cref="HttpClient"/> sends.</summary>
/// <param name="request">The request.</param>
[SuppressMessage("Performance", "CA1815", Justification = "an adapter is passed, never compared")]
[StructLayout(LayoutKind.Auto)]
public readonly struct HttpRequestHeaderWriter(HttpRequestMessage request) : IHeaderWriter
{
    /// <inheritdoc/>
    public void Set(string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }

    /// <inheritdoc/>
    public void Set(string name, ReadOnlySpan<char> value) => Set(name, value.ToString());
}
