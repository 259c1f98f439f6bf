using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Common.Time.Internal;

/// <summary>Writes a date-time of RFC 3339, section 5.6, as ASCII bytes.</summary>
internal static class Rfc3339Writer
{
    /// <summary>As many bytes as the longest text has: <c>9999-12-31T23:59:59.999999999+18:00</c>.</summary>
    public const int MaxLength = 35;

    /// <summary>Asks for 0, 3, 6 or 9 decimals, the fewest that lose nothing.</summary>
    public const int Lossless = -1;

    private const int SecondsPerDay = 86_400;

    /// <summary>Writes a date-time.</summary>
    /// <param name="destination">Room for at least <see cref="MaxLength"/> bytes; what lies beyond the text may be overwritten.</param>
    /// <param name="localSeconds">Seconds since 1970-01-01T00:00:00 in the offset that is written.</param>
    /// <param name="nanoseconds">From 0 to 999,999,999.</param>
    /// <param name="decimals">From 0 to 9, or <see cref="Lossless"/>. What does not fit is cut off.</param>
    /// <param name="offsetMinutes">Minutes east of UTC, or <see langword="null"/> to write <c>Z</c>.</param>
    /// <returns>The count of bytes written, or 0 where the year is not from 0000 to 9999.</returns>
    public static int Write(
        Span<byte> destination,
        long localSeconds,
        uint nanoseconds,
        int decimals,
        int? offsetMinutes
    )
    {
        var days = (int)Math.DivRem(localSeconds, SecondsPerDay, out var secondOfDay);
        if (secondOfDay < 0)
        {
            secondOfDay += SecondsPerDay;
            days--;
        }

        if (days is < CivilDate.MinDays or > CivilDate.MaxDays)
        {
            return 0;
        }

        _ = destination[MaxLength - 1];
        ref var start = ref MemoryMarshal.GetReference(destination);
        WriteDate(ref start, days);
        Unsafe.Add(ref start, 10) = (byte)'T';
        var length =
            11 + WriteTime(ref Unsafe.Add(ref start, 11), (uint)secondOfDay, nanoseconds, decimals);
        return length + WriteOffset(ref Unsafe.Add(ref start, length), offsetMinutes);
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
