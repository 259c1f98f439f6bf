using System.Runtime.CompilerServices;
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
        var runs = new TraceStateRuns(line);
        var keys = default(Keys);
        var start = 0;
        for (var count = 0; count < MaxMembers; count++)
        {
            if (!TryReadMember(in runs, start, out var keyLength, out var end))
            {
                return false;
            }

            var key = line.Slice(start, keyLength);
            foreach (var (earlier, length) in keys[..count])
            {
                if (length == keyLength && line.Slice(earlier, length).SequenceEqual(key))
                {
                    return false;
                }
            }

            if (end == line.Length)
            {
                return true;
            }

            if (line[end] != ',')
            {
                return false;
            }

            keys[count] = ((ushort)start, (ushort)keyLength);
            start = end + 1;
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

                var runs = new TraceStateRuns(member);
                if (
                    !TryReadMember(in runs, 0, out var keyLength, out var end)
                    || end != member.Length
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

    /// <summary>Reads a key, an equals sign and a value, as far as the value goes.</summary>
    private static bool TryReadMember(
        in TraceStateRuns runs,
        int start,
        out int keyLength,
        out int end
    )
    {
        var text = runs.Text;
        keyLength = runs.KeyAt(start);
        end = start + keyLength;
        if (
            keyLength is 0 or > MaxKeyLength
            || end == text.Length
            || text[end] != '='
            || !char.IsAsciiLetterOrDigit(text[start])
        )
        {
            return false;
        }

        var valueLength = runs.ValueAt(end + 1);
        end += 1 + valueLength;
        return valueLength is > 0 and <= MaxValueLength && text[end - 1] != ' ';
    }

    /// <summary>Where the keys of a line lie; a line is short enough for that.</summary>
    [InlineArray(MaxMembers)]
    private struct Keys
    {
        private (ushort Start, ushort Length) _first;
    }
}
