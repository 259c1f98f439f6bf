using System.Buffers;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Common.Context.Internal;

/// <summary>Reads a <c>tracestate</c> to the letter of W3C Trace Context, level 2, section 3.3.</summary>
internal static class TraceStateText
{
    private const int MaxMembers = 32;
    private const int MaxKeyLength = 256;
    private const int MaxValueLength = 256;

    /// <summary>Twice as many characters as a list of the longest members has, all lines together, for white space between them.</summary>
    private const int MaxLength = 2 * MaxMembers * (MaxKeyLength + MaxValueLength + 2);

    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789_-*/@"
    );

    private static readonly SearchValues<char> ValueCharacters = SearchValues.Create([
        .. Enumerable.Range(0x20, 0x5F).Select(c => (char)c).Where(c => c is not (',' or '=')),
    ]);

    /// <summary>Reads all header lines as one list.</summary>
    /// <param name="values">The lines in the order in which they came.</param>
    /// <param name="state">The list without optional white space, empty members and repeated keys; <see langword="null"/> if it is empty.</param>
    /// <returns><see langword="false"/> if the list is ill-formed or too long, and must be discarded.</returns>
    public static bool TryRead(StringValues values, out string? state)
    {
        state = null;
        var length = 0;
        foreach (var line in values)
        {
            length += 1 + (line?.Length ?? 0);
        }

        if (length > MaxLength)
        {
            return false;
        }

        if (values.Count == 1 && IsPlain(values[0]))
        {
            state = values[0];
            return true;
        }

        return TryJoin(values, out state);
    }

    /// <summary>Says whether one line can be taken as it is: it has no white space around members, no empty member, and no key twice.</summary>
    private static bool IsPlain(ReadOnlySpan<char> line)
    {
        Span<(int Start, int Length)> keys = stackalloc (int, int)[MaxMembers];
        var count = 0;
        var start = 0;
        while (count < MaxMembers)
        {
            var rest = line[start..];
            var comma = rest.IndexOf(',');
            if (!IsMember(comma < 0 ? rest : rest[..comma], out var keyLength))
            {
                return false;
            }

            foreach (var (earlier, length) in keys[..count])
            {
                if (line.Slice(earlier, length).SequenceEqual(rest[..keyLength]))
                {
                    return false;
                }
            }

            if (comma < 0)
            {
                return true;
            }

            keys[count++] = (start, keyLength);
            start += comma + 1;
        }

        return false;
    }

    private static bool TryJoin(StringValues values, out string? state)
    {
        state = null;
        var text = new StringBuilder();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in values)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var member = line.AsSpan()[range].Trim(" \t");
                if (member.IsEmpty)
                {
                    continue;
                }

                if (!IsMember(member, out var keyLength))
                {
                    return false;
                }

                if (!keys.GetAlternateLookup<ReadOnlySpan<char>>().Add(member[..keyLength]))
                {
                    continue;
                }

                if (keys.Count > MaxMembers)
                {
                    return false;
                }

                text.Append(text.Length == 0 ? "" : ",").Append(member);
            }
        }

        state = text.Length == 0 ? null : text.ToString();
        return true;
    }

    private static bool IsMember(ReadOnlySpan<char> member, out int keyLength)
    {
        keyLength = member.IndexOf('=');
        if (keyLength is <= 0 or > MaxKeyLength)
        {
            return false;
        }

        var value = member[(keyLength + 1)..];
        return char.IsAsciiLetterOrDigit(member[0])
            && !member[..keyLength].ContainsAnyExcept(KeyCharacters)
            && value.Length is > 0 and <= MaxValueLength
            && !value.ContainsAnyExcept(ValueCharacters)
            && value[^1] != ' ';
    }
}
