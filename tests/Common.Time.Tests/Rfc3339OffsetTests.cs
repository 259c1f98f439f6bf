using System.Text;
using NodaTime;

namespace Common.Time.Tests;

public sealed class Rfc3339OffsetTests
{
    [Theory]
    [InlineData("2026-11-21T11:11:12+01:00")]
    [InlineData("2026-11-21T11:11:12.345-08:30")]
    [InlineData("2026-11-21T10:11:12Z")]
    [InlineData("2026-11-21T10:11:12.000000001+18:00")]
    [InlineData("0000-01-01T00:00:00-18:00")]
    [InlineData("0000-01-01T00:00:00+18:00")]
    [InlineData("9999-12-31T23:59:59.999999999+00:01")]
    public void What_is_read_with_its_offset_is_written_with_it(string text)
    {
        var value = Rfc3339.ParseOffsetDateTime(text);
        Assert.Equal(text, Rfc3339.Format(value));
        Assert.Equal(value, Rfc3339.ParseOffsetDateTime(Encoding.UTF8.GetBytes(text)));
        Assert.True(Rfc3339.TryParseOffsetDateTime(text, out var tried));
        Assert.Equal(value, tried);
        Assert.True(Rfc3339.TryParseOffsetDateTime(Encoding.UTF8.GetBytes(text), out tried));
        Assert.Equal(value, tried);
        var utf8 = new byte[text.Length];
        Assert.True(Rfc3339.TryFormat(value, utf8, out var bytes));
        Assert.Equal(text, Encoding.UTF8.GetString(utf8, 0, bytes));
        Assert.False(Rfc3339.TryFormat(value, utf8.AsSpan(1), out _));
        var characters = new char[text.Length];
        Assert.True(Rfc3339.TryFormat(value, characters, out _));
        Assert.Equal(text, new string(characters));
        Assert.False(Rfc3339.TryFormat(value, characters.AsSpan(1), out _));
    }

    [Theory]
    [InlineData(
        "2026-11-21T11:11:12+18:01",
        "at position 19 is '+'; an offset that is kept is from -18:00 to +18:00"
    )]
    [InlineData(
        "9999-12-31T23:59:59-00:01",
        "at position 19 is '-'; the offset moves it beyond the year 9999 of UTC"
    )]
    [InlineData("2026-11-21T11:11:12+01:00x", "at position 25 is 'x'; nothing may follow")]
    [InlineData(
        "2026-11-21",
        "at position 10 is the end of the text; 'T' must separate date and time"
    )]
    public void ParseOffsetDateTime_says_what_is_wrong(string text, string reason)
    {
        var error = Assert.Throws<FormatException>(() => Rfc3339.ParseOffsetDateTime(text));
        Assert.Equal($"This is not a date-time of RFC 3339: {reason}.", error.Message);
        Assert.False(Rfc3339.TryParseOffsetDateTime(text, out var value));
        Assert.Equal(default, value);
        Assert.False(Rfc3339.TryParseOffsetDateTime(Encoding.UTF8.GetBytes(text), out value));
        Assert.Equal(default, value);
    }

    [Theory]
    [InlineData(0, "2026-11-21T11:11:12+01:00")]
    [InlineData(3, "2026-11-21T11:11:12.345+01:00")]
    [InlineData(9, "2026-11-21T11:11:12.345678912+01:00")]
    public void TryFormat_takes_a_count_of_decimals(int decimals, string text)
    {
        var value = Rfc3339.ParseOffsetDateTime("2026-11-21T11:11:12.345678912+01:00");
        Span<char> characters = stackalloc char[Rfc3339.MaxLength];
        Span<byte> bytes = stackalloc byte[Rfc3339.MaxLength];
        Assert.True(Rfc3339.TryFormat(value, characters, out var written, decimals));
        Assert.Equal(text, characters[..written].ToString());
        Assert.True(Rfc3339.TryFormat(value, bytes, out written, decimals));
        Assert.Equal(text, System.Text.Encoding.UTF8.GetString(bytes[..written]));
        Assert.False(
            Rfc3339.TryFormat(value, characters[..(text.Length - 1)], out written, decimals)
        );
        Assert.Equal(0, written);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Rfc3339.TryFormat(value, new byte[40], out _, 10)
        );
    }

    [Fact]
    public void Format_takes_a_count_of_decimals()
    {
        var value = Rfc3339.ParseOffsetDateTime("2026-11-21T11:11:12.987654321+01:00");
        Assert.Equal("2026-11-21T11:11:12.98+01:00", Rfc3339.Format(value, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rfc3339.Format(value, 10));
    }

    [Fact]
    public void Format_refuses_an_offset_with_seconds()
    {
        var value = new OffsetDateTime(new LocalDateTime(2026, 1, 1, 0, 0), Offset.FromSeconds(61));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Rfc3339.Format(value));
        Assert.Equal(
            "The offset is +00:01:01; RFC 3339 has only offsets of whole minutes. (Parameter 'value')",
            error.Message
        );
        Assert.False(Rfc3339.TryFormat(value, new byte[64], out _));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Rfc3339.FormatTime(new OffsetTime(LocalTime.Midnight, Offset.FromSeconds(61)))
        );
    }

    [Theory]
    [InlineData("0000-01-01")]
    [InlineData("2024-02-29")]
    [InlineData("9999-12-31")]
    public void A_date_is_read_and_written(string text)
    {
        var date = Rfc3339.ParseDate(text);
        Assert.Equal(text, Rfc3339.FormatDate(date));
        Assert.True(Rfc3339.TryParseDate(Encoding.UTF8.GetBytes(text), out var tried));
        Assert.Equal(date, tried);
    }

    [Theory]
    [InlineData("2023-02-29", "at position 8 is '2'; a day is from 01 to the last of its month")]
    [InlineData("2024-02-29Z", "at position 10 is 'Z'; nothing may follow")]
    [InlineData("2024-W09-4", "at position 5 is 'W'; a month has two digits")]
    [InlineData("2024-060", "at position 7 is '0'; '-' must separate year, month and day")]
    public void ParseDate_says_what_is_wrong(string text, string reason)
    {
        var error = Assert.Throws<FormatException>(() => Rfc3339.ParseDate(text));
        Assert.Equal($"This is not a full-date of RFC 3339: {reason}.", error.Message);
        Assert.False(Rfc3339.TryParseDate(text, out _));
        Assert.False(Rfc3339.TryParseDate(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void FormatDate_turns_other_calendars_into_the_Gregorian_one()
    {
        var hebrew = new LocalDate(2026, 11, 21).WithCalendar(CalendarSystem.HebrewCivil);
        Assert.Equal("2026-11-21", Rfc3339.FormatDate(hebrew));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            Rfc3339.FormatDate(new LocalDate(-1, 1, 1))
        );
        Assert.StartsWith("The year is -1;", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11:11:12.345+01:00")]
    [InlineData("00:00:00Z")]
    [InlineData("23:59:59.999999999-18:00")]
    public void A_time_is_read_and_written(string text)
    {
        var time = Rfc3339.ParseTime(text);
        Assert.Equal(text, Rfc3339.FormatTime(time));
        Assert.True(Rfc3339.TryParseTime(Encoding.UTF8.GetBytes(text), out var tried));
        Assert.Equal(time, tried);
    }

    [Theory]
    [InlineData("24:00:00Z", "at position 0 is '2'; an hour is from 00 to 23")]
    [InlineData(
        "12:00:60Z",
        "at position 6 is '6'; a leap second can only be 23:59:60 UTC on the last day of a month"
    )]
    [InlineData(
        "12:00:00",
        "at position 8 is the end of the text; an offset must follow: 'Z', '+hh:mm' or '-hh:mm'"
    )]
    [InlineData(
        "12:00:00+19:00",
        "at position 8 is '+'; an offset that is kept is from -18:00 to +18:00"
    )]
    public void ParseTime_says_what_is_wrong(string text, string reason)
    {
        var error = Assert.Throws<FormatException>(() => Rfc3339.ParseTime(text));
        Assert.Equal($"This is not a full-time of RFC 3339: {reason}.", error.Message);
        Assert.False(Rfc3339.TryParseTime(text, out _));
        Assert.False(Rfc3339.TryParseTime(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void ParseTime_reads_a_leap_second_as_its_last_nanosecond() =>
        Assert.Equal(
            "00:59:59.999999999+01:00",
            Rfc3339.FormatTime(Rfc3339.ParseTime("00:59:60+01:00"))
        );
}
