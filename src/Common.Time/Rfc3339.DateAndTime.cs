using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Common.Time.Internal;
using NodaTime;

namespace Common.Time;

public static partial class Rfc3339
{
    private const string DateName = "a full-date";
    private const string TimeName = "a full-time";
    private const int DateLength = 10;

    /// <summary>Writes a date.</summary>
    /// <param name="date">From the year 0000 to 9999, both included; another calendar's date is turned into the Gregorian one.</param>
    /// <returns>A text such as <c>2026-11-21</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year cannot be written.</exception>
    public static string FormatDate(LocalDate date)
    {
        var days = ToDays(date);
        if (days is < CivilDate.MinDays or > CivilDate.MaxDays)
        {
            throw YearOutOfRange(nameof(date), date.WithCalendar(CalendarSystem.Iso).Year);
        }

        Span<byte> text = stackalloc byte[DateLength];
        Rfc3339Writer.WriteDate(ref MemoryMarshal.GetReference(text), days);
        return Encoding.ASCII.GetString(text);
    }

    /// <summary>Writes a time of day with its offset, without loss.</summary>
    /// <param name="time">The time, with an offset of whole minutes.</param>
    /// <returns>A text such as <c>11:11:12.345+01:00</c> with 0, 3, 6 or 9 decimals; <c>Z</c> stands for the offset zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The offset has seconds.</exception>
    public static string FormatTime(OffsetTime time)
    {
        if (time.Offset.Seconds % SecondsPerMinute != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(time),
                $"The offset is {time.Offset}; RFC 3339 has only offsets of whole minutes."
            );
        }

        Span<byte> text = stackalloc byte[Rfc3339Writer.MaxLength];
        ref var start = ref MemoryMarshal.GetReference(text);
        var nanosecond = time.TimeOfDay.NanosecondOfDay;
        var length = Rfc3339Writer.WriteTime(
            ref start,
            (uint)(nanosecond / NodaConstants.NanosecondsPerSecond),
            (uint)(nanosecond % NodaConstants.NanosecondsPerSecond),
            Rfc3339Writer.Lossless
        );
        length += Rfc3339Writer.WriteOffset(
            ref text[length],
            time.Offset == Offset.Zero ? null : time.Offset.Seconds / SecondsPerMinute
        );
        return Encoding.ASCII.GetString(text[..length]);
    }

    /// <summary>Reads a date.</summary>
    /// <param name="s">A full-date, such as <c>2026-11-21</c>.</param>
    /// <returns>The date.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is no full-date; the message says which character is wrong, and why.</exception>
    public static LocalDate ParseDate(ReadOnlySpan<char> s)
    {
        var scanner = new Rfc3339Scanner<char>(s);
        return TryReadDate(ref scanner, out var date)
            ? date
            : throw Rfc3339Errors.Make(DateName, s, scanner.Position, scanner.Fault);
    }

    /// <summary>Tries to read a date. Never throws.</summary>
    /// <param name="s">A full-date, such as <c>2026-11-21</c>.</param>
    /// <param name="result">The date, or the default value when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="s"/> is a full-date.</returns>
    public static bool TryParseDate(ReadOnlySpan<char> s, out LocalDate result)
    {
        var scanner = new Rfc3339Scanner<char>(s);
        return TryReadDate(ref scanner, out result);
    }

    /// <summary>Tries to read a date from UTF-8. Never throws.</summary>
    /// <param name="utf8Text">A full-date, such as <c>2026-11-21</c>.</param>
    /// <param name="result">The date, or the default value when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="utf8Text"/> is a full-date.</returns>
    public static bool TryParseDate(ReadOnlySpan<byte> utf8Text, out LocalDate result)
    {
        var scanner = new Rfc3339Scanner<byte>(utf8Text);
        return TryReadDate(ref scanner, out result);
    }

    /// <summary>Reads a time of day with its offset.</summary>
    /// <param name="s">A full-time whose offset is from -18:00 to +18:00, both included, such as <c>11:11:12.345+01:00</c>.</param>
    /// <returns>The time. A leap second is read where the time in UTC is 23:59:60.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is no such full-time; the message says which character is wrong, and why.</exception>
    public static OffsetTime ParseTime(ReadOnlySpan<char> s)
    {
        var scanner = new Rfc3339Scanner<char>(s);
        return TryReadTime(ref scanner, out var time)
            ? time
            : throw Rfc3339Errors.Make(TimeName, s, scanner.Position, scanner.Fault);
    }

    /// <summary>Tries to read a time of day with its offset. Never throws.</summary>
    /// <param name="s">A full-time whose offset is from -18:00 to +18:00, both included.</param>
    /// <param name="result">The time, or the default value when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="s"/> is such a full-time.</returns>
    public static bool TryParseTime(ReadOnlySpan<char> s, out OffsetTime result)
    {
        var scanner = new Rfc3339Scanner<char>(s);
        return TryReadTime(ref scanner, out result);
    }

    /// <summary>Tries to read a time of day with its offset from UTF-8. Never throws.</summary>
    /// <param name="utf8Text">A full-time whose offset is from -18:00 to +18:00, both included.</param>
    /// <param name="result">The time, or the default value when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="utf8Text"/> is such a full-time.</returns>
    public static bool TryParseTime(ReadOnlySpan<byte> utf8Text, out OffsetTime result)
    {
        var scanner = new Rfc3339Scanner<byte>(utf8Text);
        return TryReadTime(ref scanner, out result);
    }

    private static int ToDays(LocalDate date) =>
        Period.DaysBetween(new LocalDate(1970, 1, 1), date.WithCalendar(CalendarSystem.Iso));

    private static bool TryReadDate<TChar>(ref Rfc3339Scanner<TChar> scanner, out LocalDate date)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        date = default;
        if (!scanner.ReadDate() || !scanner.ReadEnd())
        {
            return false;
        }

        date = new LocalDate((int)scanner.Year, (int)scanner.Month, (int)scanner.Day);
        return true;
    }

    private static bool TryReadTime<TChar>(ref Rfc3339Scanner<TChar> scanner, out OffsetTime time)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        time = default;
        if (
            !scanner.ReadTime()
            || !scanner.ReadOffset()
            || !scanner.CheckLeapSecondOfTime()
            || !scanner.ReadEnd()
        )
        {
            return false;
        }

        if (scanner.OffsetMinutes is < -MaxOffsetMinutes or > MaxOffsetMinutes)
        {
            return scanner.FailOffset(Rfc3339Fault.OffsetTooLarge);
        }

        var second = (scanner.Hour * 3600) + (scanner.Minute * 60) + scanner.Second;
        time = new OffsetTime(
            LocalTime.FromNanosecondsSinceMidnight(
                (second * NodaConstants.NanosecondsPerSecond) + scanner.Nanosecond
            ),
            Offset.FromSeconds(scanner.OffsetMinutes * SecondsPerMinute)
        );
        return true;
    }
}
