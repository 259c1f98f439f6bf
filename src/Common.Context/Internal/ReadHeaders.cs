using System.Collections.Immutable;

namespace Common.Context.Internal;

/// <summary>The names of the headers that a context, and the trust in its sender, are read from.</summary>
internal static class ReadHeaders
{
    /// <summary>How many there are.</summary>
    public const int Count = 16;

    /// <summary>The headers that say that somebody passed the request on.</summary>
    public static readonly ImmutableArray<string> OfForwarding =
    [
        "Forwarded",
        "X-Forwarded-For",
        "X-Original-For", // what a middleware makes of X-Forwarded-For
    ];

    private static readonly string[] Names = [.. ContextHeaders.All, .. OfForwarding];

    /// <summary>For each length of a name, the indexes of the names that are that long.</summary>
    private static readonly int[][] ByLength =
    [
        .. Enumerable
            .Range(0, Names.Max(name => name.Length) + 1)
            .Select(length =>
                Enumerable.Range(0, Count).Where(i => Names[i].Length == length).ToArray()
            ),
    ];

    /// <summary>Gives the place of a name among them.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>From 0 to <see cref="Count"/> - 1, or -1 if it is none of them.</returns>
    public static int IndexOf(string name)
    {
        var byLength = ByLength;
        if (name.Length < byLength.Length)
        {
            foreach (var index in byLength[name.Length])
            {
                if (name.Equals(Names[index], StringComparison.OrdinalIgnoreCase))
                {
                    return index;
                }
            }
        }

        return -1;
    }
}
