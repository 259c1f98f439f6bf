namespace Common.Context.Internal;

/// <summary>Names of headers in dictionaries that tell cases apart, as those of messages do.</summary>
internal static class HeaderNames
{
    /// <summary>Gives the headers of a context that are named in another case the names that we write.</summary>
    /// <remarks>A message that is sent on has the headers that it came with; who reads two of one name believes neither.</remarks>
    public static void Unify<T>(IDictionary<string, T> headers)
    {
        List<(string Name, ReadHeader Header)>? others = null;
        if (headers is Dictionary<string, T> dictionary)
        {
            foreach (var (name, _) in dictionary) // makes no object, as the interface's enumerator does
            {
                Look(name, ref others);
            }
        }
        else
        {
            foreach (var (name, _) in headers)
            {
                Look(name, ref others);
            }
        }

        foreach (var (name, header) in others ?? [])
        {
            if (headers.Remove(name, out var value))
            {
                _ = headers.TryAdd(ReadHeaders.NameOf(header), value);
            }
        }
    }

    private static void Look(string name, ref List<(string Name, ReadHeader Header)>? others)
    {
        if (
            ReadHeaders.TryFind(name, out var header)
            && header <= ReadHeader.ReadOnly
            && !string.Equals(name, ReadHeaders.NameOf(header), StringComparison.Ordinal)
        )
        {
            (others ??= []).Add((name, header));
        }
    }
}
