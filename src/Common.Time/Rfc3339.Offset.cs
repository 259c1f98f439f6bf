using System.Numerics;
using System.Text;
using Common.Time.Internal;
using NodaTime;

namespace Common.Time;

public static partial class Rfc3339
{
    private const int SecondsPerMinute = 60;
    private const int MaxOffsetMinutes = 18 * 60;

    /// <summary>Writes a date and time with its offset, without loss.</summary>
    /// <param name="value">From the year 0000 to 9999, both included, with an offset of whole minutes.</param>
    /// <returns>A text such as <c>2026-11-21T11:11:12.345+01:00</c> with 0, 3, 6 or 9 decimals; <c>Z</c> stands for the offset zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year or the offset of <paramref name="value"/> cannot be written.</exception>
    public static string Format(OffsetDateTime value) => ToText(value, Rfc3339Writer.Lossless);

    /// <summary>Writes a date and time with its offset and a fixed count of decimals.</summary>
    /// <param name="value">From the year 0000 to 9999, both included, with an offset of whole minutes.</param>
    /// <param name="decimals">From 0 to 9, both included; what does not fit is cut off.</param>
    /// <returns>A text such as <c>2026-11-21T11:11:12.345678+01:00</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The year or the offset of <paramref name="value"/> cannot be written, or <paramref name="decimals"/> is not from 0 to 9.
    /// </exception>
    public static string Format(OffsetDateTime value, int decimals) =>
        ToText(value, CheckDecimals(decimals));

    /// <summary>Tries to write a date and time with its offset as characters, without loss.</summary>
    /// <param name="value">The date and time.</param>
    /// <param name="destination">Where it goes; <see cref="MaxLength"/> characters are always enough.</param>
    /// <param name="charsWritten">How many characters were written; 0 when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="false"/> if there is no room, the year is not from 0000 to 9999, or the offset has seconds.</returns>
    public static bool TryFormat(
        OffsetDateTime value,
        Span<char> destination,
        out int charsWritten
    ) => TryWrite(value, destination, Rfc3339Writer.Lossless, out charsWritten);

    /// <summary>Tries to write a date and time with its offset and a fixed count of decimals as characters.</summary>
    /// <param name="value">The date and time.</param>
    /// <param name="destination">Where it goes; <see cref="MaxLength"/> characters are always enough.</param>
    /// <param name="charsWritten">How many characters were written; 0 when this method returns <see langword="false"/>.</param>
    /// <param name="decimals">From 0 to 9, both included; what does not fit is cut off.</param>
    /// <returns><see langword="false"/> if there is no room, the year is not from 0000 to 9999, or the offset has seconds.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not from 0 to 9.</exception>
    public static bool TryFormat(
        OffsetDateTime value,
        Span<char> destination,
        out int charsWritten,
        int decimals
    ) => TryWrite(value, destination, CheckDecimals(decimals), out charsWritten);

    /// <summary>Tries to write a date and time with its offset as UTF-8, without loss.</summary>
    /// <param name="value">The date and time.</param>
    /// <param name="utf8Destination">Where it goes; <see cref="MaxLength"/> bytes are always enough.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="false"/> if there is no room, the year is not from 0000 to 9999, or the offset has seconds.</returns>
    public static bool TryFormat(
        OffsetDateTime value,
        Span<byte> utf8Destination,
        out int bytesWritten
    ) => TryWrite(value, utf8Destination, Rfc3339Writer.Lossless, out bytesWritten);

    /// <summary>Tries to write a date and time with its offset and a fixed count of decimals as UTF-8.</summary>
    /// <param name="value">The date and time.</param>
    /// <param name="utf8Destination">Where it goes; <see cref="MaxLength"/> bytes are always enough.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when this method returns <see langword="false"/>.</param>
    /// <param name="decimals">From 0 to 9, both included; what does not fit is cut off.</param>
    /// <returns><see langword="false"/> if there is no room, the year is not from 0000 to 9999, or the offset has seconds.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not from 0 to 9.</exception>
    public static bool TryFormat(
        OffsetDateTime value,
        Span<byte> utf8Destination,
        out int bytesWritten,
        int decimals
    ) => TryWrite(value, utf8Destination, CheckDecimals(decimals), out bytesWritten);

    /// <summary>Reads a date and time and keeps its offset.</summary>
    /// <param name="s">A date-time whose offset is from -18:00 to +18:00, both included.</param>
    /// <returns>The date and time; <c>Z</c> and <c>-00:00</c> give the offset zero.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is no such date-time; the message says which character is wrong, and why.</exception>
    public static OffsetDateTime ParseOffsetDateTime(ReadOnlySpan<char> s) => ReadOffset(s);

    /// <summary>Reads a date and time from UTF-8 and keeps its offset.</summary>
    /// <param name="utf8Text">A date-time whose offset is from -18:00 to +18:00, both included.</param>
    /// <returns>The date and time; <c>Z</c> and <c>-00:00</c> give the offset zero.</returns>
    /// <exception cref="FormatException"><paramref name="utf8Text"/> is no such date-time; the message says which character is wrong, and why.</exception>
    public static OffsetDateTime ParseOffsetDateTime(ReadOnlySpan<byte> utf8Text) =>
        ReadOffset(utf8Text);

    /// <summary>Tries to read a date and time and keeps its offset. Never throws.</summary>
    /// <param name="s">A date-time whose offset is from -18:00 to +18:00, both included.</param>
    /// <param name="result">The date and time, or the default value when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="s"/> is such a date-time.</returns>
    public static bool TryParseOffsetDateTime(ReadOnlySpan<char> s, out OffsetDateTime result)
    {
        var scanner = new Rfc3339Scanner<char>(s);
        return TryReadOffset(ref scanner, out result) && scanner.ReadEnd() || Clear(out result);
    }

    /// <summary>Tries to read a date and time from UTF-8 and keeps its offset. Never throws.</summary>
    /// <param name="utf8Text">A date-time whose offset is from -18:00 to +18:00, both included.</param>
    /// <param name="result">The date and time, or the default value when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="utf8Text"/> is such a date-time.</returns>
    public static bool TryParseOffsetDateTime(
        ReadOnlySpan<byte> utf8Text,
        out OffsetDateTime result
    )
    {
        var scanner = new Rfc3339Scanner<byte>(utf8Text);
        return TryReadOffset(ref scanner, out result) && scanner.ReadEnd() || Clear(out result);
    }

    internal static int Write(OffsetDateTime value, Span<byte> destination, int decimals)
    {
        var offset = value.Offset.Seconds;
        if (offset % SecondsPerMinute != 0)
        {
            return 0;
        }

        var time = value.NanosecondOfDay;
        return Rfc3339Writer.Write(
            destination,
            ToDays(value.Date),
            (uint)(time / NodaConstants.NanosecondsPerSecond),
            (uint)(time % NodaConstants.NanosecondsPerSecond),
            decimals,
            offset == 0 ? null : offset / SecondsPerMinute
        );
    }

    /// <summary>Reads a date-time that more may follow.</summary>
    internal static bool TryReadOffset<TChar>(
        ref Rfc3339Scanner<TChar> scanner,
        out OffsetDateTime result
    )
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        result = default;
        if (!scanner.ReadDateTimePrefix())
        {
            return false;
        }

        if (scanner.OffsetMinutes is < -MaxOffsetMinutes or > MaxOffsetMinutes)
        {
            return scanner.FailOffset(Rfc3339Fault.OffsetTooLarge);
        }

        if (scanner.UtcSeconds > MaxSeconds)
        {
            return scanner.FailOffset(Rfc3339Fault.OutOfRange);
        }

        result = Instant
            .FromUnixTimeSeconds(scanner.UtcSeconds)
            .PlusNanoseconds(scanner.Nanosecond)
            .WithOffset(Offset.FromSeconds(scanner.OffsetMinutes * SecondsPerMinute));
        return true;
    }

    private static OffsetDateTime ReadOffset<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>, IConvertible
    {
        var scanner = new Rfc3339Scanner<TChar>(text);
        return TryReadOffset(ref scanner, out var result) && scanner.ReadEnd()
            ? result
            : throw Rfc3339Errors.Make(DateTimeName, text, scanner.Position, scanner.Fault);
    }

    private static bool TryWrite(
        OffsetDateTime value,
        Span<char> destination,
        int decimals,
        out int written
    )
    {
        Span<byte> text = stackalloc byte[Rfc3339Writer.MaxLength];
        return Rfc3339Writer.TryCopy(
            text[..Write(value, text, decimals)],
            destination,
            out written
        );
    }

    private static bool TryWrite(
        OffsetDateTime value,
        Span<byte> destination,
        int decimals,
        out int written
    )
    {
        Span<byte> text = stackalloc byte[Rfc3339Writer.MaxLength];
        return Rfc3339Writer.TryCopy(
            text[..Write(value, text, decimals)],
            destination,
            out written
        );
    }

    private static bool Clear<T>(out T? result)
    {
        result = default;
        return false;
    }

    private static string ToText(OffsetDateTime value, int decimals)
    {
        Span<byte> text = stackalloc byte[Rfc3339Writer.MaxLength];
        var length = Write(value, text, decimals);
        if (length != 0)
        {
            return Encoding.ASCII.GetString(text[..length]);
        }

        throw value.Offset.Seconds % SecondsPerMinute != 0
            ? new ArgumentOutOfRangeException(
                nameof(value),
                $"The offset is {value.Offset}; RFC 3339 has only offsets of whole minutes."
            )
            : YearOutOfRange(nameof(value), value.Year);
    }
}
