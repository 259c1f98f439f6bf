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

    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789_-*/@"
    );

    private static readonly SearchValues<char> ValueCharacters = SearchValues.Create([
        .. Enumerable.Range(0x20, 0x5F).Select(c => (char)c).Where(c => c is not (',' or '=')),
    ]);

    /// <summary>Reads all header lines as one list.</summary>
    /// <param name="values">The lines in the order in which they came.</param>
    /// <param name="state">The list without optional white space, empty members and repeated keys; <see langword="null"/> if it is empty.</param>
    /// <returns><see langword="false"/> if the list is ill-formed and must be discarded.</returns>
    public static bool TryRead(StringValues values, out string? state)
    {
        state = null;
        if (values.Count == 1 && IsPlain(values[0], out var isEmpty))
        {
            state = isEmpty ? null : values[0];
            return true;
        }

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

    /// <summary>Says whether one line can be taken as it is, as most can: no white space, no empty member, at most two members.</summary>
    private static bool IsPlain(string? line, out bool isEmpty)
    {
        isEmpty = string.IsNullOrEmpty(line);
        if (isEmpty)
        {
            return true;
        }

        var text = line.AsSpan();
        var comma = text.IndexOf(',');
        return comma < 0
            && text[0] is not (' ' or '\t')
            && text[^1] is not (' ' or '\t')
            && IsMember(text, out _);
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
