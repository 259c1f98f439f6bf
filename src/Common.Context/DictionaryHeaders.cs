using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Primitives;

namespace Common.Context;

/// <summary>Headers that are a dictionary of texts, as job records and many messages have them.</summary>
/// <param name="headers">The dictionary. Names are compared as the dictionary compares them.</param>
[SuppressMessage("Performance", "CA1815", Justification = "an adapter is passed, never compared")]
[StructLayout(LayoutKind.Auto)]
public readonly struct DictionaryHeaders(IDictionary<string, string> headers)
    : IHeaderReader,
        IHeaderWriter
{
    /// <inheritdoc/>
    public StringValues GetValues(string name) =>
        headers.TryGetValue(name, out var value) ? value : default;

    /// <inheritdoc/>
    public void Set(string name, string value) => headers[name] = value;

    /// <inheritdoc/>
    public void Set(string name, ReadOnlySpan<char> value) => headers[name] = value.ToString();
}
