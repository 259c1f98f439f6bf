using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Common.Context;

/// <summary>Headers of a message broker: texts are written, and read as texts or as UTF-8.</summary>
/// <param name="headers">The headers. Names are compared as the dictionary compares them; values of other types are not read.</param>
[SuppressMessage("Performance", "CA1815", Justification = "an adapter is passed, never compared")]
[StructLayout(LayoutKind.Auto)]
public readonly struct MessageHeaders(IDictionary<string, object?> headers)
    : IHeaderReader,
        IHeaderWriter
{
    /// <inheritdoc/>
    public StringValues GetValues(string name)
    {
        headers.TryGetValue(name, out var value);
        return value switch
        {
            string text => text,
            byte[] utf8 => Encoding.UTF8.GetString(utf8),
            _ => default,
        };
    }

    /// <inheritdoc/>
    public void Set(string name, string value) => headers[name] = value;

    /// <inheritdoc/>
    public void Set(string name, ReadOnlySpan<char> value) => headers[name] = value.ToString();
}
