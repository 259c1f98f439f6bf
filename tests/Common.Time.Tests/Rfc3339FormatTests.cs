using System.Text;
using NodaTime;

namespace Common.Time.Tests;

public sealed class Rfc3339FormatTests
{
    public static TheoryData<long, int, string> Instants =>
        new()
        {
            { 0, 0, "1970-01-01T00:00:00Z" },
            { 0, 1_000_000, "1970-01-01T00:00:00.001Z" },
            { 0, 1_000, "1970-01-01T00:00:00.000001Z" },
            { 0, 1, "1970-01-01T00:00:00.000000001Z" },
            { -1, 999_999_999, "1969-12-31T23:59:59.999999999Z" },
            { 951_782_400, 0, "2000-02-29T00:00:00Z" },
            { 1_795_255_872, 345_678_000, "2026-11-21T10:11:12.345678Z" },
            { -62_167_219_200, 0, "0000-01-01T00:00:00Z" },
            { 253_402_300_799, 999_999_999, "9999-12-31T23:59:59.999999999Z" },
        };

    [Theory]
    [MemberData(nameof(Instants))]
    public void Format_loses_nothing(long seconds, int nanoseconds, string text)
    {
        var instant = Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds(nanoseconds);
        Assert.Equal(text, Rfc3339.Format(instant));

        Span<byte> utf8 = stackalloc byte[text.Length];
        Assert.True(Rfc3339.TryFormat(instant, utf8, out var bytes));
        Assert.Equal(text, Encoding.UTF8.GetString(utf8[..bytes]));
        Assert.False(Rfc3339.TryFormat(instant, utf8[1..], out bytes));
        Assert.Equal(0, bytes);

        Span<char> characters = stackalloc char[text.Length];
        Assert.True(Rfc3339.TryFormat(instant, characters, out var written));
        Assert.Equal(text, characters[..written].ToString());
        Assert.False(Rfc3339.TryFormat(instant, characters[1..], out written));
        Assert.Equal(0, written);

        Assert.Equal(instant, Rfc3339.Parse(text));
        Assert.Equal(instant, Rfc3339.Parse(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData(0, "2026-11-21T10:11:12Z")]
    [InlineData(1, "2026-11-21T10:11:12.9Z")]
    [InlineData(3, "2026-11-21T10:11:12.999Z")]
    [InlineData(6, "2026-11-21T10:11:12.999999Z")]
    [InlineData(9, "2026-11-21T10:11:12.999999999Z")]
    public void Format_cuts_off_what_does_not_fit(int decimals, string text)
    {
        var instant = Instant.FromUnixTimeSeconds(1_795_255_872).PlusNanoseconds(999_999_999);
        Assert.Equal(text, Rfc3339.Format(instant, decimals));
        Span<byte> utf8 = stackalloc byte[Rfc3339.MaxLength];
        Assert.True(Rfc3339.TryFormat(instant, utf8, out var bytes, decimals));
        Assert.Equal(text, Encoding.UTF8.GetString(utf8[..bytes]));
        Span<char> characters = stackalloc char[Rfc3339.MaxLength];
        Assert.True(Rfc3339.TryFormat(instant, characters, out var written, decimals));
        Assert.Equal(text, characters[..written].ToString());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void Format_refuses_a_count_of_decimals(int decimals)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            Rfc3339.Format(NodaConstants.UnixEpoch, decimals)
        );
        Assert.StartsWith(
            "The count of decimals must be from 0 to 9.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Format_refuses_a_year_that_RFC_3339_does_not_have()
    {
        var early = Instant.FromUnixTimeSeconds(-62_167_219_201);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Rfc3339.Format(early));
        Assert.Equal(
            "The year is -1; RFC 3339 has only the years from 0000 to 9999. (Parameter 'instant')",
            error.Message
        );
        Assert.False(Rfc3339.TryFormat(early, new byte[Rfc3339.MaxLength], out _));
        Assert.False(Rfc3339.TryFormat(early, new char[Rfc3339.MaxLength], out _));
    }

    [Fact]
    public void Format_and_NodaTime_agree_on_every_day()
    {
        var pattern = NodaTime.Text.InstantPattern.General;
        for (var day = -719_528; day <= 2_932_896; day += 13)
        {
            var instant =
                NodaConstants.UnixEpoch + Duration.FromDays(day) + Duration.FromSeconds(86_399);
            var text = Rfc3339.Format(instant);
            Assert.Equal(pattern.Format(instant), text);
            Assert.Equal(instant, Rfc3339.Parse(text));
        }
    }
}
