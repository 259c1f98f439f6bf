using System.Text;

namespace Common.Time.Tests;

public sealed class Rfc3339ParseTests
{
    public static TheoryData<string, string> Valid =>
        new()
        {
            { "1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50.520Z" },
            { "1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57Z" },
            { "1990-12-31T23:59:60Z", "1990-12-31T23:59:59.999999999Z" },
            { "1990-12-31T15:59:60-08:00", "1990-12-31T23:59:59.999999999Z" },
            { "1991-01-01T00:59:60+01:00", "1990-12-31T23:59:59.999999999Z" },
            { "1990-12-31T23:59:60.25Z", "1990-12-31T23:59:59.999999999Z" },
            { "1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27.870Z" },
            { "2026-11-21t10:11:12z", "2026-11-21T10:11:12Z" },
            { "2026-11-21T10:11:12-00:00", "2026-11-21T10:11:12Z" },
            { "2026-11-21T10:11:12.1234567899999999999Z", "2026-11-21T10:11:12.123456789Z" },
            { "2026-11-21T10:11:12.0Z", "2026-11-21T10:11:12Z" },
            { "2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z" },
            { "2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z" },
            { "2026-11-21T10:11:12+23:59", "2026-11-20T10:12:12Z" },
            { "9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z" },
        };

    [Theory]
    [MemberData(nameof(Valid))]
    public void Parse_reads(string text, string expected)
    {
        Assert.Equal(expected, Rfc3339.Format(Rfc3339.Parse(text)));
        Assert.Equal(expected, Rfc3339.Format(Rfc3339.Parse(Encoding.UTF8.GetBytes(text))));
        Assert.True(Rfc3339.TryParse(text, out _));
        Assert.True(Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out _));
    }

    public static TheoryData<string, string> Invalid =>
        new()
        {
            { "", "at position 0 is the end of the text; a year has four digits" },
            { "202", "at position 3 is the end of the text; a year has four digits" },
            { "+2026-11-21T10:11:12Z", "at position 0 is '+'; a year has four digits" },
            { "20261121T101112Z", "at position 4 is '1'; '-' must separate year, month and day" },
            { "2026-W47-6T10:11:12Z", "at position 5 is 'W'; a month has two digits" },
            { "2026-00-21T10:11:12Z", "at position 5 is '0'; a month is from 01 to 12" },
            { "2026-13-21T10:11:12Z", "at position 5 is '1'; a month is from 01 to 12" },
            { "2026-1-21T10:11:12Z", "at position 6 is '-'; a month has two digits" },
            {
                "2026-11-00T10:11:12Z",
                "at position 8 is '0'; a day is from 01 to the last of its month"
            },
            {
                "2026-11-31T10:11:12Z",
                "at position 8 is '3'; a day is from 01 to the last of its month"
            },
            {
                "2026-02-29T10:11:12Z",
                "at position 8 is '2'; a day is from 01 to the last of its month"
            },
            {
                "1900-02-29T10:11:12Z",
                "at position 8 is '2'; a day is from 01 to the last of its month"
            },
            {
                "2026-11-21",
                "at position 10 is the end of the text; 'T' must separate date and time"
            },
            { "2026-11-21 10:11:12Z", "at position 10 is U+0020; 'T' must separate date and time" },
            { "2026-11-21T24:00:00Z", "at position 11 is '2'; an hour is from 00 to 23" },
            { "2026-11-21T1:11:12Z", "at position 12 is ':'; an hour has two digits" },
            {
                "2026-11-21T10.11:12Z",
                "at position 13 is '.'; ':' must separate hour, minute and second"
            },
            { "2026-11-21T10:60:12Z", "at position 14 is '6'; a minute is from 00 to 59" },
            {
                "2026-11-21T10:11Z",
                "at position 16 is 'Z'; ':' must separate hour, minute and second"
            },
            {
                "2026-11-21T10:11:61Z",
                "at position 17 is '6'; a second is from 00 to 59, or 60 for a leap second"
            },
            {
                "2026-11-21T10:11:60Z",
                "at position 17 is '6'; a leap second can only be 23:59:60 UTC on the last day of a month"
            },
            {
                "2026-11-21T23:59:60Z",
                "at position 17 is '6'; a leap second can only be 23:59:60 UTC on the last day of a month"
            },
            {
                "1990-12-31T23:59:60+01:00",
                "at position 17 is '6'; a leap second can only be 23:59:60 UTC on the last day of a month"
            },
            {
                "1990-12-31T22:59:60Z",
                "at position 17 is '6'; a leap second can only be 23:59:60 UTC on the last day of a month"
            },
            { "2026-11-21T10:11:12.Z", "at position 20 is 'Z'; '.' must be followed by a digit" },
            {
                "2026-11-21T10:11:12,5Z",
                "at position 19 is ','; an offset must follow: 'Z', '+hh:mm' or '-hh:mm'"
            },
            {
                "2026-11-21T10:11:12",
                "at position 19 is the end of the text; an offset must follow: 'Z', '+hh:mm' or '-hh:mm'"
            },
            {
                "2026-11-21T10:11:12+0100",
                "at position 22 is '0'; ':' must separate hour and minute of an offset"
            },
            {
                "2026-11-21T10:11:12+01",
                "at position 22 is the end of the text; ':' must separate hour and minute of an offset"
            },
            {
                "2026-11-21T10:11:12+24:00",
                "at position 20 is '2'; the hour of an offset is from 00 to 23"
            },
            {
                "2026-11-21T10:11:12+01:60",
                "at position 23 is '6'; the minute of an offset is from 00 to 59"
            },
            {
                "2026-11-21T10:11:12\u221201:00",
                "at position 19 is U+2212; an offset must follow: 'Z', '+hh:mm' or '-hh:mm'"
            },
            { "2026-11-21T10:11:12Z\n", "at position 20 is U+000A; nothing may follow" },
            { "2026-11-21T10:11:12Z[Europe/Paris]", "at position 20 is '['; nothing may follow" },
            { "2026-11-21T10:11:1\u0662Z", "at position 18 is U+0662; a second has two digits" },
            { "\u0132026-11-21T10:11:12Z", "at position 0 is U+0132; a year has four digits" },
            {
                "9999-12-31T23:59:59-00:01",
                "at position 19 is '-'; the offset moves it beyond the year 9999 of UTC"
            },
        };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Parse_says_which_character_is_wrong_and_why(string text, string reason)
    {
        Assert.False(Rfc3339.TryParse(text, out var instant));
        Assert.Equal(default, instant);
        Assert.False(Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out instant));
        Assert.Equal(default, instant);
        var error = Assert.Throws<FormatException>(() => Rfc3339.Parse(text));
        Assert.Equal($"This is not a date-time of RFC 3339: {reason}.", error.Message);
        Assert.Throws<FormatException>(() => Rfc3339.Parse(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("Z")]
    [InlineData("z")]
    [InlineData("+00:00")]
    [InlineData("-00:00")]
    public void Parse_reads_any_count_of_decimals(string offset)
    {
        const string Digits = "123456789987654321";
        for (var count = 1; count <= Digits.Length; count++)
        {
            var text = $"2026-11-21T10:11:12.{Digits[..count]}{offset}";
            var expected = $"2026-11-21T10:11:12.{Digits[..Math.Min(count, 9)].PadRight(9, '0')}Z";
            Assert.Equal(expected, Rfc3339.Format(Rfc3339.Parse(text), 9));
            Assert.Equal(expected, Rfc3339.Format(Rfc3339.Parse(Encoding.UTF8.GetBytes(text)), 9));
        }
    }

    [Fact]
    public void Parse_reads_every_day_and_second()
    {
        var time = NodaTime.Instant.FromUtc(0, 1, 1, 0, 0);
        var step = NodaTime.Duration.FromSeconds(86_399L * 13); // another time of day for each
        for (; time.InUtc().Year < 9999; time += step)
        {
            Assert.Equal(time, Rfc3339.Parse(Rfc3339.Format(time)));
        }
    }

    [Theory]
    [InlineData("2026-02-29T10:11:12Z")]
    [InlineData("2026-11-21T24:11:12Z")]
    [InlineData("2026-11-21T10:60:12Z")]
    [InlineData("2026-11-21T10:11:60Z")]
    [InlineData("2026-11-21T10:11:1:Z")]
    [InlineData("2026-11-21T10:11:12.12345678/Z")]
    [InlineData("2026-11-21T10:11:12+2a:00")]
    [InlineData("2026-11-21T10:11:12+01:0:")]
    public void Parse_refuses_what_is_nearly_right(string text)
    {
        Assert.False(Rfc3339.TryParse(text, out _));
        Assert.False(Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void Parse_refuses_every_other_byte_at_every_place()
    {
        var right = "2026-11-21T10:11:12.123456789+01:00"u8.ToArray();
        for (var place = 0; place < right.Length; place++)
        {
            for (var other = 0; other < 256; other++)
            {
                var text = right.ToArray();
                text[place] = (byte)other;
                var isRead = Rfc3339.TryParse(text, out var instant);
                Assert.Equal(
                    Rfc3339.TryParseOffsetDateTime(text, out var offset),
                    isRead && !IsFar(text)
                );
                if (isRead && !IsFar(text))
                {
                    Assert.Equal(offset.ToInstant(), instant);
                }
            }
        }

        static bool IsFar(byte[] text) =>
            text[30] >= '2'
            || (text[30] == '1' && text[31] > '8')
            || (text[30] == '1' && text[31] == '8' && (text[33] > '0' || text[34] > '0'));
    }

    [Fact]
    public void Parse_keeps_the_order_of_texts_around_a_leap_second()
    {
        var before = Rfc3339.Parse("2016-12-31T23:59:59.5Z");
        var leap = Rfc3339.Parse("2016-12-31T23:59:60.5Z");
        var after = Rfc3339.Parse("2017-01-01T00:00:00Z");
        Assert.True(before < leap);
        Assert.True(leap < after);
    }
}
