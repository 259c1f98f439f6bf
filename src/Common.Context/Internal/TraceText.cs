using System.Diagnostics;
using System.Text;

namespace Common.Context.Internal;

/// <summary>The characters of a traceparent.</summary>
internal static class TraceText
{
    /// <summary>Says whether 16 or 32 characters are lower-case hexadecimal digits and not all zero.</summary>
    public static bool IsId(ReadOnlySpan<char> text) =>
        text.Length == 16 ? SpanNumber.TryRead(text, out _) : TraceNumber.TryRead(text, out _);

    /// <summary>Reads a traceparent and gives it in version 00, which is most often the same text.</summary>
    public static bool TryNormalize(string? text, out string? normal)
    {
        normal = null;
        if (text is null || !TryReadParts(text, out var parts, out _))
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
    /// <param name="trace">The ID of the trace.</param>
    public static bool TryReadParts(
        ReadOnlySpan<char> text,
        out ReadOnlySpan<char> parts,
        out TraceNumber trace
    )
    {
        var s = text.Length == TraceParent.TextLength ? text : text.Trim(" \t");
        parts = s;
        trace = default;
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
            && TraceNumber.TryRead(s[3..35], out trace)
            && SpanNumber.TryRead(s[36..52], out _);
    }

    /// <summary>The flags that the specification defines; all others are zero.</summary>
    public static ActivityTraceFlags KnownFlags(ReadOnlySpan<char> parts)
    {
        TryReadByte(parts[53..], out var flags);
        return (ActivityTraceFlags)flags & TraceParent.KnownFlags;
    }

    /// <summary>Writes a traceparent in version 00.</summary>
    public static void Write(
        Span<char> destination,
        TraceNumber trace,
        ulong span,
        ActivityTraceFlags flags
    )
    {
        Span<byte> text = stackalloc byte[TraceParent.TextLength];
        "00-"u8.CopyTo(text);
        Uuid.WriteDigits(text[3..], trace.High);
        Uuid.WriteDigits(text[19..], trace.Low);
        text[35] = (byte)'-';
        Uuid.WriteDigits(text[36..], span);
        "-0"u8.CopyTo(text[52..]);
        text[54] = (byte)('0' + (int)(flags & TraceParent.KnownFlags));
        Ascii.ToUtf16(text, destination, out _);
    }

    private static string Flags(ReadOnlySpan<char> parts) =>
        (int)KnownFlags(parts) switch
        {
            0 => "00",
            1 => "01",
            2 => "02",
            _ => "03",
        };

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
