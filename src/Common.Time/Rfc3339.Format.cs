using System.Globalization;
using System.Text;
using Common.Time.Internal;
using NodaTime;

namespace Common.Time;

public static partial class Rfc3339
{
    private const int MaxDecimals = 9;

    /// <summary>Writes an instant in UTC without loss.</summary>
    /// <param name="instant">From the year 0000 to 9999, both included.</param>
    /// <returns>A text such as <c>2026-11-21T10:11:12.345Z</c> with 0, 3, 6 or 9 decimals, the fewest that lose nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="instant"/> lies before the year 0000.</exception>
    public static string Format(Instant instant) => ToText(instant, Rfc3339Writer.Lossless);

    /// <summary>Writes an instant in UTC with a fixed count of decimals.</summary>
    /// <param name="instant">From the year 0000 to 9999, both included.</param>
    /// <param name="decimals">From 0 to 9, both included; what does not fit is cut off.</param>
    /// <returns>A text such as <c>2026-11-21T10:11:12.345678Z</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="instant"/> lies before the year 0000, or <paramref name="decimals"/> is not from 0 to 9.
    /// </exception>
    public static string Format(Instant instant, int decimals) =>
        ToText(instant, CheckDecimals(decimals));

    /// <summary>Tries to write an instant in UTC as characters without loss.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="destination">Where it goes; <see cref="MaxLength"/> characters are always enough.</param>
    /// <param name="charsWritten">How many characters were written; 0 when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="false"/> if there is no room, or the year is not from 0000 to 9999.</returns>
    public static bool TryFormat(Instant instant, Span<char> destination, out int charsWritten) =>
        TryWrite(instant, destination, Rfc3339Writer.Lossless, out charsWritten);

    /// <summary>Tries to write an instant in UTC as characters with a fixed count of decimals.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="destination">Where it goes; <see cref="MaxLength"/> characters are always enough.</param>
    /// <param name="charsWritten">How many characters were written; 0 when this method returns <see langword="false"/>.</param>
    /// <param name="decimals">From 0 to 9, both included; what does not fit is cut off.</param>
    /// <returns><see langword="false"/> if there is no room, or the year is not from 0000 to 9999.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not from 0 to 9.</exception>
    public static bool TryFormat(
        Instant instant,
        Span<char> destination,
        out int charsWritten,
        int decimals
    ) => TryWrite(instant, destination, CheckDecimals(decimals), out charsWritten);

    /// <summary>Tries to write an instant in UTC as UTF-8 without loss.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="utf8Destination">Where it goes; <see cref="MaxLength"/> bytes are always enough.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="false"/> if there is no room, or the year is not from 0000 to 9999.</returns>
    public static bool TryFormat(
        Instant instant,
        Span<byte> utf8Destination,
        out int bytesWritten
    ) => TryWrite(instant, utf8Destination, Rfc3339Writer.Lossless, out bytesWritten);

    /// <summary>Tries to write an instant in UTC as UTF-8 with a fixed count of decimals.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="utf8Destination">Where it goes; <see cref="MaxLength"/> bytes are always enough.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when this method returns <see langword="false"/>.</param>
    /// <param name="decimals">From 0 to 9, both included; what does not fit is cut off.</param>
    /// <returns><see langword="false"/> if there is no room, or the year is not from 0000 to 9999.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not from 0 to 9.</exception>
    public static bool TryFormat(
        Instant instant,
        Span<byte> utf8Destination,
        out int bytesWritten,
        int decimals
    ) => TryWrite(instant, utf8Destination, CheckDecimals(decimals), out bytesWritten);

    private static string ToText(Instant instant, int decimals)
    {
        Span<byte> text = stackalloc byte[Rfc3339Writer.MaxLength];
        var length = Write(instant, text, decimals);
        return length != 0
            ? Encoding.ASCII.GetString(text[..length])
            : throw YearOutOfRange(nameof(instant), instant.InUtc().Year);
    }

    private static bool TryWrite(
        Instant instant,
        Span<char> destination,
        int decimals,
        out int written
    )
    {
        Span<byte> text = stackalloc byte[Rfc3339Writer.MaxLength];
        return Rfc3339Writer.TryCopy(
            text[..Write(instant, text, decimals)],
            destination,
            out written
        );
    }

    private static bool TryWrite(
        Instant instant,
        Span<byte> destination,
        int decimals,
        out int written
    )
    {
        if (destination.Length >= Rfc3339Writer.MaxLength)
        {
            written = Write(instant, destination, decimals);
            return written != 0;
        }

        Span<byte> text = stackalloc byte[Rfc3339Writer.MaxLength];
        return Rfc3339Writer.TryCopy(
            text[..Write(instant, text, decimals)],
            destination,
            out written
        );
    }

    private static int Write(Instant instant, Span<byte> destination, int decimals)
    {
        Split(instant - NodaConstants.UnixEpoch, out var days, out var second, out var nanosecond);
        return Rfc3339Writer.Write(destination, days, second, nanosecond, decimals, null);
    }

    /// <summary>Gives the day, and what is left of it, of a time since 1970-01-01.</summary>
    private static void Split(
        Duration sinceEpoch,
        out int days,
        out uint secondOfDay,
        out uint nanosecond
    )
    {
        days = sinceEpoch.Days;
        var nanosecondOfDay = sinceEpoch.NanosecondOfDay;
        if (nanosecondOfDay < 0) // both are counted from the end of the day then
        {
            days--;
            nanosecondOfDay += NodaConstants.NanosecondsPerDay;
        }

        var second = (ulong)nanosecondOfDay / NodaConstants.NanosecondsPerSecond;
        secondOfDay = (uint)second;
        nanosecond = (uint)((ulong)nanosecondOfDay - (second * NodaConstants.NanosecondsPerSecond));
    }

    private static int CheckDecimals(int decimals) =>
        (uint)decimals <= MaxDecimals
            ? decimals
            : throw new ArgumentOutOfRangeException(
                nameof(decimals),
                decimals,
                "The count of decimals must be from 0 to 9."
            );

    private static ArgumentOutOfRangeException YearOutOfRange(string parameter, int year) =>
        new(
            parameter,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The year is {year}; RFC 3339 has only the years from 0000 to 9999."
            )
        );
}
