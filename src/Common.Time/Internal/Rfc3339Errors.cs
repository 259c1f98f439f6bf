using System.Globalization;

namespace Common.Time.Internal;

/// <summary>All texts of the parse errors. They name the place and the character, and never echo the input.</summary>
internal static class Rfc3339Errors
{
    public static FormatException Make<TChar>(
        string what,
        ReadOnlySpan<TChar> text,
        int position,
        Rfc3339Fault fault
    )
        where TChar : unmanaged, IConvertible
    {
        var found =
            position >= text.Length
                ? "the end of the text"
                : Describe(text[position].ToInt32(CultureInfo.InvariantCulture));
        return new FormatException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"This is not {what} of RFC 3339: at position {position} is {found}; {Rule(fault)}."
            )
        );
    }

    private static string Describe(int character) =>
        character is > 0x20 and < 0x7F
            ? $"'{(char)character}'"
            : string.Create(CultureInfo.InvariantCulture, $"U+{character:X4}");

    private static string Rule(Rfc3339Fault fault) =>
        fault switch
        {
            Rfc3339Fault.YearDigit => "a year has four digits",
            Rfc3339Fault.DateDash => "'-' must separate year, month and day",
            Rfc3339Fault.MonthDigit => "a month has two digits",
            Rfc3339Fault.MonthRange => "a month is from 01 to 12",
            Rfc3339Fault.DayDigit => "a day has two digits",
            Rfc3339Fault.DayRange => "a day is from 01 to the last of its month",
            Rfc3339Fault.DateTimeSeparator => "'T' must separate date and time",
            Rfc3339Fault.HourDigit => "an hour has two digits",
            Rfc3339Fault.HourRange => "an hour is from 00 to 23",
            Rfc3339Fault.TimeColon => "':' must separate hour, minute and second",
            Rfc3339Fault.MinuteDigit => "a minute has two digits",
            Rfc3339Fault.MinuteRange => "a minute is from 00 to 59",
            Rfc3339Fault.SecondDigit => "a second has two digits",
            Rfc3339Fault.SecondRange => "a second is from 00 to 59, or 60 for a leap second",
            Rfc3339Fault.LeapSecond =>
                "a leap second can only be 23:59:60 UTC on the last day of a month",
            Rfc3339Fault.FractionDigit => "'.' must be followed by a digit",
            Rfc3339Fault.OffsetStart => "an offset must follow: 'Z', '+hh:mm' or '-hh:mm'",
            Rfc3339Fault.OffsetHourDigit => "the hour of an offset has two digits",
            Rfc3339Fault.OffsetHourRange => "the hour of an offset is from 00 to 23",
            Rfc3339Fault.OffsetColon => "':' must separate hour and minute of an offset",
            Rfc3339Fault.OffsetMinuteDigit => "the minute of an offset has two digits",
            Rfc3339Fault.OffsetMinuteRange => "the minute of an offset is from 00 to 59",
            Rfc3339Fault.OffsetTooLarge => "an offset that is kept is from -18:00 to +18:00",
            Rfc3339Fault.OutOfRange => "the offset moves it beyond the year 9999 of UTC",
            _ => "nothing may follow",
        };
}
