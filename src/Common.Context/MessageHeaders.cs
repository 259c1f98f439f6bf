using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using Common.Context.Internal;
using Microsoft.Extensions.Primitives;

namespace Common.Context;

/// <summary>Headers of a message broker: texts are written, and read as texts or as UTF-8.</summary>
/// <remarks><see cref="ContextCarrier"/> goes through the whole dictionary once and knows names in any case.</remarks>
/// <param name="headers">The headers; values of other types are not read. <see cref="GetValues"/> compares names as the dictionary compares them.</param>
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
        return Text(value);
    }

    /// <inheritdoc/>
    public void Set(string name, string value) => headers[name] = value;

    /// <inheritdoc/>
    public void Set(string name, ReadOnlySpan<char> value) => headers[name] = value.ToString();

    /// <summary>Names the headers of a context that are there in another case as we do, so that none is there twice when it is set.</summary>
    internal void UnifyNames() => HeaderNames.Unify(headers);

    internal void Collect(ref CollectedHeaders collected)
    {
        if (headers is Dictionary<string, object?> dictionary)
        {
            foreach (var (name, value) in dictionary) // makes no object, as the interface's enumerator does
            {
                Add(ref collected, name, value);
            }
        }
        else
        {
            foreach (var (name, value) in headers)
            {
                Add(ref collected, name, value);
            }
        }
    }

    private static void Add(ref CollectedHeaders collected, string name, object? value)
    {
        if (ReadHeaders.TryFind(name, out var header) && Text(value) is { } text)
        {
            collected.Add(header, text);
        }
    }

    private static string? Text(object? value) =>
        value switch
        {
            string text => text,
            byte[] utf8 => Encoding.UTF8.GetString(utf8),
            _ => null,
        };
}
