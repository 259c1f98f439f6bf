using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Common.Context.Internal;

/// <summary>The characters of a traceparent.</summary>
internal static class TraceText
{
    /// <summary>Says whether 16 or 32 characters are lower-case hexadecimal digits and not all zero.</summary>
    public static bool IsId(ReadOnlySpan<char> text)
    {
        ref var start = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var areDigits = Vector128<ushort>.AllBitsSet;
        var bits = Vector128<ushort>.Zero;
        for (var i = 0; i <= text.Length - Vector128<ushort>.Count; i += Vector128<ushort>.Count)
        {
            var digits = Vector128.LoadUnsafe(ref start, (nuint)i) - Vector128.Create((ushort)'0');
            var letters = digits - Vector128.Create((ushort)('a' - '0'));
            areDigits &=
                Vector128.LessThan(digits, Vector128.Create((ushort)10))
                | Vector128.LessThan(letters, Vector128.Create((ushort)6));
            bits |= digits;
        }

        return areDigits == Vector128<ushort>.AllBitsSet && bits != Vector128<ushort>.Zero;
    }

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

    /// <summary>The flags that the specification defines; all others are zero.</summary>
    public static ActivityTraceFlags KnownFlags(ReadOnlySpan<char> parts)
    {
        TryReadByte(parts[53..], out var flags);
        return (ActivityTraceFlags)flags & TraceParent.KnownFlags;
    }

    /// <summary>Writes a traceparent in version 00.</summary>
    public static void Write(
        Span<char> destination,
        UInt128 trace,
        ulong span,
        ActivityTraceFlags flags
    )
    {
        Span<byte> text = stackalloc byte[TraceParent.TextLength];
        "00-"u8.CopyTo(text);
        Uuid.WriteDigits(text[3..], (ulong)(trace >> 64));
        Uuid.WriteDigits(text[19..], (ulong)trace);
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
