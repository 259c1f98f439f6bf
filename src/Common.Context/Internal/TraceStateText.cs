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

    private static readonly SearchValues<char> OfKeys = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789_-*/@"
    );

    /// <summary>What is printed in ASCII, and neither of the characters that part keys and members.</summary>
    private static readonly SearchValues<char> OfValues = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except(",=")]
    );

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
        var start = 0;
        for (var count = 0; count < MaxMembers; count++)
        {
            var rest = line[start..];
            if (!TryReadMember(rest, out var keyLength, out var length))
            {
                return false;
            }

            foreach (var (earlier, earlierLength) in keys[..count])
            {
                if (line.Slice(earlier, earlierLength).SequenceEqual(rest[..keyLength]))
                {
                    return false;
                }
            }

            if (length == rest.Length)
            {
                return true;
            }

            if (rest[length] != ',')
            {
                return false;
            }

            keys[count] = (start, keyLength);
            start += length + 1;
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

                if (
                    !TryReadMember(member, out var keyLength, out var length)
                    || length != member.Length
                )
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

    /// <summary>Reads the key, the equals sign and the value that a text begins with, as far as they go.</summary>
    private static bool TryReadMember(ReadOnlySpan<char> text, out int keyLength, out int length)
    {
        keyLength = LengthOf(text, OfKeys);
        length = keyLength;
        if (
            keyLength is 0 or > MaxKeyLength
            || keyLength == text.Length
            || text[keyLength] != '='
            || !char.IsAsciiLetterOrDigit(text[0])
        )
        {
            return false;
        }

        var valueLength = LengthOf(text[(keyLength + 1)..], OfValues);
        length += 1 + valueLength;
        return valueLength is > 0 and <= MaxValueLength && text[length - 1] != ' ';
    }

    /// <summary>How many characters of a kind a text begins with.</summary>
    private static int LengthOf(ReadOnlySpan<char> text, SearchValues<char> kind) =>
        text.IndexOfAnyExcept(kind) is >= 0 and var length ? length : text.Length;
}
