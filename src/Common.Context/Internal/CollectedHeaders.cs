using System.Runtime.CompilerServices;
using Microsoft.Extensions.Primitives;

namespace Common.Context.Internal;

/// <summary>The values of the headers that a context is read from.</summary>
/// <remarks>
/// To go through a dictionary once costs a fraction of asking it for each of them, and finds a name in any case. Where that would make
/// an object, as with the headers of a request to ASP.NET Core, they are asked for.
/// </remarks>
internal struct CollectedHeaders
{
    /// <summary>How many lines of a header are kept: as many as the longest list that is read, of baggage, has members.</summary>
    private const int MaxLines = 64;

    private Slots _values;

    /// <summary>The values of a header.</summary>
    public readonly StringValues this[ReadHeader header] => _values[(int)header];

    /// <summary>Whether a header says that somebody passed the request on.</summary>
    public readonly bool IsForwarded =>
        this[ReadHeader.Forwarded].Count != 0
        || this[ReadHeader.ForwardedFor].Count != 0
        || this[ReadHeader.OriginalFor].Count != 0;

    /// <summary>Asks for all headers that are read of a peer.</summary>
    public static CollectedHeaders Ask<THeaders>(ref THeaders headers, PeerTrust trust)
        where THeaders : IHeaderReader
    {
        var asked = default(CollectedHeaders);
        for (var i = ReadHeaders.CountOf(trust) - 1; i >= 0; i--)
        {
            asked._values[i] = headers.GetValues(ReadHeaders.NameOf((ReadHeader)i));
        }

        return asked;
    }

    /// <summary>Takes a header that was found.</summary>
    /// <param name="header">The header. Found again, under its name in another case, it has several values.</param>
    /// <param name="value">The value.</param>
    public void Add(ReadHeader header, string value)
    {
        var earlier = _values[(int)header];
        if (earlier.Count == 0)
        {
            _values[(int)header] = value;
        }
        else if (earlier.Count < MaxLines)
        {
            _values[(int)header] = StringValues.Concat(earlier, value);
        }
    }

    [InlineArray(ReadHeaders.Count)]
    private struct Slots
    {
        private StringValues _first;
    }
}
