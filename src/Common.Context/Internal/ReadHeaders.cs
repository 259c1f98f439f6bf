namespace Common.Context.Internal;

/// <summary>The names of the headers that are read.</summary>
internal static class ReadHeaders
{
    /// <summary>How many there are.</summary>
    public const int Count = (int)ReadHeader.OriginalFor + 1;

    private const int None = -1;

    private static readonly string[] Names =
    [
        ContextHeaders.GlobalRequestId,
        ContextHeaders.RequestId,
        ContextHeaders.TraceParent,
        ContextHeaders.Deadline,
        ContextHeaders.TraceState,
        ContextHeaders.Verbose,
        ContextHeaders.Baggage,
        ContextHeaders.User,
        ContextHeaders.Domain,
        ContextHeaders.Tenant,
        ContextHeaders.Roles,
        ContextHeaders.OnBehalfOf,
        ContextHeaders.ReadOnly,
        "Forwarded",
        "X-Forwarded-For",
        "X-Original-For", // what a middleware makes of X-Forwarded-For
    ];

    /// <summary>For each length, the first and the second header whose name is that long; no three are.</summary>
    private static readonly (int First, int Second)[] ByLength =
    [
        .. Enumerable
            .Range(0, Names.Max(name => name.Length) + 1)
            .Select(length => Enumerable.Range(0, Count).Where(i => Names[i].Length == length))
            .Select(those => (those.FirstOrDefault(None), those.Skip(1).SingleOrDefault(None))),
    ];

    /// <summary>The headers that say that somebody passed the request on.</summary>
    public static ReadOnlySpan<ReadHeader> OfForwarding =>
        [ReadHeader.Forwarded, ReadHeader.ForwardedFor, ReadHeader.OriginalFor];

    /// <summary>How many headers, from the first, are read of a peer.</summary>
    public static int CountOf(PeerTrust trust) =>
        trust >= PeerTrust.Identity ? (int)ReadHeader.ReadOnly + 1
        : trust >= PeerTrust.Ids ? (int)ReadHeader.Baggage + 1
        : (int)ReadHeader.Deadline + 1;

    /// <summary>Gives the name of a header.</summary>
    public static string NameOf(ReadHeader header) => Names[(int)header];

    /// <summary>Finds the header of a name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <param name="header">The header, if it is one of those that are read.</param>
    /// <returns>Whether it is.</returns>
    public static bool TryFind(string name, out ReadHeader header)
    {
        var index = None;
        if (name.Length < ByLength.Length)
        {
            var (first, second) = ByLength[name.Length];
            index =
                Is(first, name) ? first
                : Is(second, name) ? second
                : None;
        }

        header = (ReadHeader)index;
        return index != None;
    }

    // Most names come in the case in which we write them, and that is the cheaper comparison.
    private static bool Is(int index, string name) =>
        index != None
        && (
            string.Equals(name, Names[index], StringComparison.Ordinal)
            || string.Equals(name, Names[index], StringComparison.OrdinalIgnoreCase)
        );
}
