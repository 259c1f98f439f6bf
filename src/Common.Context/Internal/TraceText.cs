using System.Buffers;

namespace Common.Context.Internal;

/// <summary>The characters of a traceparent.</summary>
internal static class TraceText
{
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    public static bool IsId(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExcept(LowerHex) && text.ContainsAnyExcept('0');

    /// <summary>Reads a traceparent and gives it in version 00, which is most often the same text.</summary>
    public static bool TryNormalize(string? text, out string? normal)
    {
        normal = null;
        if (text is null || !TryReadParts(text, out var parts))
        {
            return false;
        }

        normal =
            parts.Length == text.Length
            && text.Length == TraceParent.TextLength
            && text.StartsWith("00", StringComparison.Ordinal)
            && text[53] == '0'
            && text[54] <= '3'
                ? text
                : string.Concat("00", parts.Slice(2, 51), Flags(parts));
        return true;
    }

    /// <summary>Checks a traceparent of a known or a later version.</summary>
    /// <param name="text">The header's value.</param>
    /// <param name="parts">The value without optional white space around it.</param>
    public static bool TryReadParts(ReadOnlySpan<char> text, out ReadOnlySpan<char> parts)
    {
        var s = text.Trim(" \t");
        parts = s;
        return s.Length >= TraceParent.TextLength
            && s[2] == '-'
            && s[35] == '-'
            && s[52] == '-'
            && TryReadByte(s, out var version)
            && TryReadByte(s[53..], out _)
            && version != 0xFF
            && (
                s.Length == TraceParent.TextLength
                || (version != 0 && s[TraceParent.TextLength] == '-')
            )
            && IsId(s[3..35])
            && IsId(s[36..52]);
    }

    private static string Flags(ReadOnlySpan<char> parts)
    {
        TryReadByte(parts[53..], out var flags);
        return (flags & 3) switch
        {
            0 => "00",
            1 => "01",
            2 => "02",
            _ => "03",
        };
    }

    public static bool TryReadByte(ReadOnlySpan<char> text, out int value)
    {
        var high = Digit(text[0]);
        var low = Digit(text[1]);
        value = (high << 4) | low;
        return (high | low) >= 0;
    }

    private static int Digit(char character) =>
        character switch
        {
            >= '0' and <= '9' => character - '0',
            >= 'a' and <= 'f' => character - 'a' + 10,
            _ => -1,
        };
}
