using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Common.Context.Internal;
using Microsoft.Extensions.Primitives;

namespace Common.Context;

/// <summary>Headers that are a dictionary of texts, as job records and many messages have them.</summary>
/// <remarks><see cref="ContextCarrier"/> goes through the whole dictionary once and knows names in any case.</remarks>
/// <param name="headers">The dictionary. <see cref="GetValues"/> compares names as the dictionary compares them.</param>
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

    /// <summary>Names the headers of a context that are there in another case as we do, so that none is there twice when it is set.</summary>
    internal void UnifyNames() => HeaderNames.Unify(headers);

    internal void Collect(ref CollectedHeaders collected)
    {
        if (headers is Dictionary<string, string> dictionary)
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

    private static void Add(ref CollectedHeaders collected, string name, string value)
    {
        if (ReadHeaders.TryFind(name, out var header))
        {
            collected.Add(header, value);
        }
    }
}
