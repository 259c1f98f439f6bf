using System.Runtime.CompilerServices;
using Microsoft.Extensions.Primitives;

namespace Common.Context.Internal;

/// <summary>The headers that a context is read from, taken out of all headers by going through them once.</summary>
/// <remarks>Asking a dictionary for each of them costs several times as much, and finds a name only in the dictionary's own case.</remarks>
internal struct CollectedHeaders : IHeaderReader
{
    /// <summary>How many lines of a header are kept: as many as the longest list that is read, of baggage, has members.</summary>
    private const int MaxLines = 64;

    private Slots _values;

    /// <summary>Takes a header if it is one of those that are read.</summary>
    /// <param name="name">The name, in any case. Names that differ in case only are one header with several values.</param>
    /// <param name="value">The value.</param>
    public void Add(string name, string value)
    {
        var slot = ReadHeaders.IndexOf(name);
        if (slot >= 0 && _values[slot].Count < MaxLines)
        {
            _values[slot] = StringValues.Concat(_values[slot], value);
        }
    }

    /// <inheritdoc/>
    public readonly StringValues GetValues(string name)
    {
        var slot = ReadHeaders.IndexOf(name);
        return slot < 0 ? default : _values[slot];
    }

    [InlineArray(ReadHeaders.Count)]
    private struct Slots
    {
        private StringValues _first;
    }
}
