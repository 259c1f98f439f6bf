using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Common.Time.Internal;

/// <summary>Writes a date-time of RFC 3339, section 5.6, as ASCII bytes.</summary>
internal static class Rfc3339Writer
{
    /// <summary>As many bytes as the longest text has: <c>9999-12-31T23:59:59.999999999+18:00</c>.</summary>
    public const int MaxLength = 35;

    /// <summary>Asks for 0, 3, 6 or 9 decimals, the fewest that lose nothing.</summary>
    public const int Lossless = -1;

    /// <summary>Writes a date-time.</summary>
    /// <param name="destination">Room for at least <see cref="MaxLength"/> bytes; what lies beyond the text may be overwritten.</param>
    /// <param name="days">Days since 1970-01-01 in the offset that is written.</param>
    /// <param name="secondOfDay">From 0 to 86,399.</param>
    /// <param name="nanoseconds">From 0 to 999,999,999.</param>
    /// <param name="decimals">From 0 to 9, or <see cref="Lossless"/>. What does not fit is cut off.</param>
    /// <param name="offsetMinutes">Minutes east of UTC, or <see langword="null"/> to write <c>Z</c>.</param>
    /// <returns>The count of bytes written, or 0 where the year is not from 0000 to 9999.</returns>
    public static int Write(
        Span<byte> destination,
        int days,
        uint secondOfDay,
        uint nanoseconds,
        int decimals,
        int? offsetMinutes
    )
    {
        if (days is < CivilDate.MinDays or > CivilDate.MaxDays)
        {
            return 0;
        }

        _ = destination[MaxLength - 1];
        ref var start = ref MemoryMarshal.GetReference(destination);
        WriteToMinute(ref start, days, secondOfDay / 60);
        WriteFromSecond(ref Unsafe.Add(ref start, 16), secondOfDay % 60, nanoseconds);
        if (decimals < 0)
        {
            decimals = LosslessDecimals(nanoseconds);
        }

        var length = decimals == 0 ? 19 : 20 + decimals;
        if (offsetMinutes is null)
        {
            Unsafe.Add(ref start, length) = (byte)'Z';
            return length + 1;
        }

        return length + WriteOffset(ref Unsafe.Add(ref start, length), offsetMinutes);
    }

    /// <summary>Writes <c>2026-11-21T10:11</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteToMinute(ref byte destination, int days, uint minuteOfDay)
    {
        CivilDate.FromDays(days, out var year, out var month, out var day);
        var century = year / 100;
        var hour = minuteOfDay / 60;
        var numbers =
            century
            | ((year - (century * 100)) << 8)
            | (month << 16)
            | (day << 24)
            | ((ulong)(hour | ((minuteOfDay - (hour * 60)) << 8)) << 32);
        var text = Vector128.Shuffle(
            Digits.OfNumbers(numbers),
            Vector128.Create((byte)0, 1, 2, 3, 128, 4, 5, 128, 6, 7, 128, 8, 9, 128, 10, 11)
        );
        (text | Vector128.Create("0000-00-00T00:00"u8)).StoreUnsafe(ref destination);
    }

    /// <summary>Writes <c>:12.345678912</c>, and three bytes more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteFromSecond(ref byte destination, uint second, uint nanoseconds)
    {
        var eight = nanoseconds / 10;
        var high = eight / 10_000;
        var low = eight - (high * 10_000);
        var first = high / 100;
        var third = low / 100;
        var numbers =
            second
            | (first << 8)
            | ((high - (first * 100)) << 16)
            | (third << 24)
            | ((ulong)((low - (third * 100)) | (((nanoseconds - (eight * 10)) * 10) << 8)) << 32);
        var text = Vector128.Shuffle(
            Digits.OfNumbers(numbers),
            Vector128.Create((byte)128, 0, 1, 128, 2, 3, 4, 5, 6, 7, 8, 9, 10, 128, 128, 128)
        );
        (text | Vector128.Create(":00.000000000000"u8)).StoreUnsafe(ref destination);
    }

    /// <summary>Writes a full-date: ten bytes.</summary>
    public static void WriteDate(ref byte destination, int days)
    {
        CivilDate.FromDays(days, out var year, out var month, out var day);
        Digits.Write4(ref destination, year);
        Unsafe.Add(ref destination, 4) = (byte)'-';
        Digits.Write2(ref Unsafe.Add(ref destination, 5), month);
        Unsafe.Add(ref destination, 7) = (byte)'-';
        Digits.Write2(ref Unsafe.Add(ref destination, 8), day);
    }

    /// <summary>Writes a partial-time: 8 to 18 bytes; up to 18 may be overwritten.</summary>
    public static int WriteTime(
        ref byte destination,
        uint secondOfDay,
        uint nanoseconds,
        int decimals
    )
    {
        var minuteOfDay = secondOfDay / 60;
        var hour = minuteOfDay / 60;
        Digits.Write2(ref destination, hour);
        Unsafe.Add(ref destination, 2) = (byte)':';
        Digits.Write2(ref Unsafe.Add(ref destination, 3), minuteOfDay - (hour * 60));
        Unsafe.Add(ref destination, 5) = (byte)':';
        Digits.Write2(ref Unsafe.Add(ref destination, 6), secondOfDay - (minuteOfDay * 60));
        if (decimals < 0)
        {
            decimals = LosslessDecimals(nanoseconds);
        }

        if (decimals == 0)
        {
            return 8;
        }

        Unsafe.Add(ref destination, 8) = (byte)'.';
        Digits.Write9(ref Unsafe.Add(ref destination, 9), nanoseconds);
        return 9 + decimals;
    }

    /// <summary>Writes a time-offset: 1 or 6 bytes.</summary>
    public static int WriteOffset(ref byte destination, int? offsetMinutes)
    {
        if (offsetMinutes is not { } minutes)
        {
            destination = (byte)'Z';
            return 1;
        }

        destination = (byte)(minutes < 0 ? '-' : '+');
        var size = (uint)Math.Abs(minutes);
        Digits.Write2(ref Unsafe.Add(ref destination, 1), size / 60);
        Unsafe.Add(ref destination, 3) = (byte)':';
        Digits.Write2(ref Unsafe.Add(ref destination, 4), size % 60);
        return 6;
    }

    /// <summary>Copies what was written into bytes.</summary>
    public static bool TryCopy(ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        written = text.TryCopyTo(destination) ? text.Length : 0;
        return written != 0;
    }

    /// <summary>Copies what was written into characters.</summary>
    public static bool TryCopy(ReadOnlySpan<byte> text, Span<char> destination, out int written)
    {
        written = 0;
        return !text.IsEmpty
            && destination.Length >= text.Length
            && Ascii.ToUtf16(text, destination, out written) == System.Buffers.OperationStatus.Done;
    }

    private static int LosslessDecimals(uint nanoseconds) =>
        nanoseconds == 0 ? 0
        : nanoseconds % 1_000_000 == 0 ? 3
        : nanoseconds % 1_000 == 0 ? 6
        : 9;
}
