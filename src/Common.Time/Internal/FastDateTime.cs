using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Common.Time.Internal;

/// <summary>Reads the date-times that nearly all texts are, sixteen characters at a time. Whatever else there is, the scanner reads.</summary>
/// <remarks>Not read here: leap seconds, and everything that is no date-time, so that faults are found in one place.</remarks>
internal static class FastDateTime
{
    /// <summary>The shortest text: <c>2026-11-21T10:11:12Z</c>.</summary>
    private const int MinLength = 20;

    private const int SecondsPerDay = 86_400;

    /// <summary>Every byte is 0x76: added to a byte, it makes one of 10 or more reach the highest bit.</summary>
    private const ulong BeyondNine = 0x7676_7676_7676_7676;
    private const ulong HighestBits = 0x8080_8080_8080_8080;
    private const ulong Zeros = 0x3030_3030_3030_3030;

    private static Vector128<byte> Form => Vector128.Create("0000-00-00T00:00"u8);

    /// <summary>How much each character may differ from the form: a digit by 9, a separator by nothing.</summary>
    private static Vector128<byte> Tolerance =>
        Vector128.Create((byte)9, 9, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9);

    /// <summary>All bits but the one that makes <c>T</c> a lower-case letter.</summary>
    private static Vector128<byte> UpperCase =>
        Vector128.Create(
            (byte)255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            0xDF,
            255,
            255,
            255,
            255,
            255
        );

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="seconds">Seconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="nanosecond">From 0 to 999,999,999.</param>
    /// <returns><see langword="false"/> if the scanner must look.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out long seconds, out uint nanosecond)
    {
        seconds = 0;
        nanosecond = 0;
        if (text.Length < MinLength)
        {
            return false;
        }

        ref var start = ref MemoryMarshal.GetReference(text);
        var difference = (Vector128.LoadUnsafe(ref start) & UpperCase) ^ Form;
        if (Vector128.GreaterThanAny(difference, Tolerance))
        {
            return false;
        }

        var numbers = ToNumbers(difference);
        var year = ((uint)(byte)numbers * 100) + (byte)(numbers >> 8);
        var month = (uint)(byte)(numbers >> 16);
        var day = (uint)(byte)(numbers >> 24);
        var hour = (uint)(byte)(numbers >> 32);
        var minute = (uint)(byte)(numbers >> 40);
        var tens = Unsafe.Add(ref start, 17) - (uint)'0';
        var ones = Unsafe.Add(ref start, 18) - (uint)'0';
        if (
            Unsafe.Add(ref start, 16) != ':'
            || tens > 5
            || ones > 9
            || month - 1 > 11
            || hour > 23
            || minute > 59
            || (day - 1 >= 28 && day - 1 >= CivilDate.DaysInMonth(year, month))
        )
        {
            return false;
        }

        var next = 19;
        if (Unsafe.Add(ref start, 19) == '.' && !TryReadFraction(text, out nanosecond, out next))
        {
            return false;
        }

        if (!TryReadOffset(text, next, out var offsetMinutes))
        {
            return false;
        }

        seconds =
            ((long)CivilDate.ToDays(year, month, day) * SecondsPerDay)
            + (hour * 3600)
            + (minute * 60)
            + (tens * 10)
            + ones
            - (offsetMinutes * 60);
        return true;
    }

    /// <summary>Makes six numbers of six pairs of digits, the first in the lowest byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ToNumbers(Vector128<byte> digits)
    {
        var tens = Vector128.Shuffle(
            digits,
            Vector128.Create(
                (byte)0,
                2,
                5,
                8,
                11,
                14,
                128,
                128,
                128,
                128,
                128,
                128,
                128,
                128,
                128,
                128
            )
        );
        var ones = Vector128.Shuffle(
            digits,
            Vector128.Create(
                (byte)1,
                3,
                6,
                9,
                12,
                15,
                128,
                128,
                128,
                128,
                128,
                128,
                128,
                128,
                128,
                128
            )
        );

        // 10 times a digit is less than 256, so that nothing is carried from one byte to the next.
        var wide = tens.AsUInt64();
        return ((wide << 3) + (wide << 1) + ones.AsUInt64()).ToScalar();
    }

    /// <summary>Reads any count of digits after the point; those after the ninth are cut off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadFraction(ReadOnlySpan<byte> text, out uint nanosecond, out int next)
    {
        // Eight characters, or as many as there are: what lies beyond the text becomes zero, which is no digit.
        nanosecond = 0;
        next = MinLength;
        if (text.Length == MinLength)
        {
            return false;
        }

        ref var start = ref MemoryMarshal.GetReference(text);
        var missing = Math.Max(0, 28 - text.Length);
        var characters =
            Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, 20 - missing)) >> (missing * 8);
        var digits = characters ^ Zeros;
        var others = ((digits + BeyondNine) | digits) & HighestBits;
        var count = BitOperations.TrailingZeroCount(others) >> 3;
        next = 20 + count;
        if (count < 8)
        {
            digits &= (1UL << (count * 8)) - 1;
        }

        nanosecond = ToNumber(digits) * 10;
        if (
            count == 8
            && next < text.Length
            && Unsafe.Add(ref start, next) - (uint)'0' is var ninth and <= 9
        )
        {
            nanosecond += ninth;
            while (next < text.Length && Unsafe.Add(ref start, next) - (uint)'0' <= 9)
            {
                next++;
            }
        }

        return count != 0;
    }

    /// <summary>Makes one number of eight digits, the first of which is in the lowest byte.</summary>
    private static uint ToNumber(ulong digits)
    {
        const ulong Mask = 0x0000_00FF_0000_00FF;
        digits = (digits * 10) + (digits >> 8);
        return (uint)(
            (
                ((digits & Mask) * 0x000F_4240_0000_0064)
                + (((digits >> 16) & Mask) * 0x0000_2710_0000_0001)
            ) >> 32
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadOffset(ReadOnlySpan<byte> text, int at, out long minutes)
    {
        minutes = 0;
        if (at == text.Length - 1)
        {
            return (text[at] | 0x20) == 'z';
        }

        if (
            at != text.Length - 6
            || text[at] is not ((byte)'+' or (byte)'-')
            || text[at + 3] != ':'
        )
        {
            return false;
        }

        var hourTens = text[at + 1] - (uint)'0';
        var hourOnes = text[at + 2] - (uint)'0';
        var minuteTens = text[at + 4] - (uint)'0';
        var minuteOnes = text[at + 5] - (uint)'0';
        var hour = (hourTens * 10) + hourOnes;
        minutes = (hour * 60) + (minuteTens * 10) + minuteOnes;
        minutes = text[at] == '-' ? -minutes : minutes;
        return hourTens <= 2 && hourOnes <= 9 && hour <= 23 && minuteTens <= 5 && minuteOnes <= 9;
    }
}
