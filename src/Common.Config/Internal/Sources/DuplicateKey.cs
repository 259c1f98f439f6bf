using System.Buffers;
using System.Numerics;

namespace Common.Config.Internal.Sources;

/// <summary>Finds a key that is given twice, whatever the case. A dictionary would find it too, and would be garbage at once.</summary>
internal static class DuplicateKey
{
    /// <summary>Gives the first key that stood before already; null where all differ.</summary>
    /// <param name="entries">The keys.</param>
    /// <param name="places">What the keys belong to, in the same order; empty where that is not known.</param>
    /// <param name="slots">How many places for options there are.</param>
    public static string? Find(
        ReadOnlySpan<KeyValuePair<string, string?>> entries,
        ReadOnlySpan<KeyPlace> places,
        int slots
    )
    {
        var taken = ArrayPool<bool>.Shared.Rent(slots);
        taken.AsSpan(0, slots).Clear();
        var others = ArrayPool<string>.Shared.Rent(entries.Length);
        var count = 0;
        try
        {
            for (var i = 0; i < entries.Length; i++)
            {
                var key = entries[i].Key;
                if (
                    i >= places.Length
                    || places[i] is not { Slot: >= 0, Alias: 0, End: var end }
                    || end != key.Length
                )
                {
                    others[count++] = key;
                }
                else if (taken[places[i].Slot])
                {
                    return key;
                }
                else
                {
                    taken[places[i].Slot] = true;
                }
            }

            return Find(others.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<bool>.Shared.Return(taken);
            others.AsSpan(0, count).Clear();
            ArrayPool<string>.Shared.Return(others);
        }
    }

    private static string? Find(ReadOnlySpan<string> keys)
    {
        if (keys.Length < 2)
        {
            return null;
        }

        // A table of places, each one more than the place of a key, with room for as many again.
        var size = (int)BitOperations.RoundUpToPowerOf2(((uint)keys.Length * 2) + 1);
        var table = ArrayPool<int>.Shared.Rent(size);
        table.AsSpan(0, size).Clear();
        try
        {
            for (var i = 0; i < keys.Length; i++)
            {
                var at =
                    string.GetHashCode(keys[i], StringComparison.OrdinalIgnoreCase) & (size - 1);
                while (table[at] != 0)
                {
                    if (keys[i].Equals(keys[table[at] - 1], StringComparison.OrdinalIgnoreCase))
                    {
                        return keys[i];
                    }

                    at = (at + 1) & (size - 1);
                }

                table[at] = i + 1;
            }

            return null;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(table);
        }
    }
}
