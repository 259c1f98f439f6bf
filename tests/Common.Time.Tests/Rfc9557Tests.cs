using NodaTime;

namespace Common.Time.Tests;

public sealed class Rfc9557Tests
{
    [Theory]
    [InlineData("2022-07-08T00:14:07Z")]
    [InlineData("2022-07-08T00:14:07+01:00[Europe/London]")]
    [InlineData("2022-07-08T00:14:07+01:00[!Europe/London]")]
    [InlineData("2022-07-08T00:14:07Z[!Europe/London]")]
    [InlineData("2022-07-08T00:14:07+05:00[Europe/London]")] // contradicts, but is not critical
    [InlineData("2022-07-08T02:14:07+02:00[+02:00]")]
    [InlineData("2022-07-08T02:14:07+02:00[!+02:00]")]
    [InlineData("1996-12-19T16:39:57-08:00[America/Los_Angeles][u-ca=hebrew]")]
    [InlineData("1996-12-19T16:39:57-08:00[_foo=bar][_baz=bat-0]")]
    [InlineData("2022-07-08T00:14:07Z[!u-ca=gregory]")]
    [InlineData("2022-07-08T00:14:07Z[Etc/GMT-1]")]
    [InlineData("2022-07-08T00:14:07Z[.a/_b+c]")]
    public void What_is_read_is_written(string text)
    {
        var value = Rfc9557.Parse(text, "u-ca");
        Assert.Equal(text, Rfc9557.Format(value));
        Assert.Equal(value, Rfc9557.Parse(Rfc9557.Format(value), "u-ca"));
        Assert.True(Rfc9557.TryParse(text, out var tried, "u-ca"));
        Assert.Equal(value, tried);
    }

    [Fact]
    public void Parse_gives_zone_and_tags()
    {
        var value = Rfc9557.Parse("1996-12-19T16:39:57-08:00[America/Los_Angeles][u-ca=hebrew]");
        Assert.Equal("1996-12-19T16:39:57-08:00", Rfc3339.Format(value.DateTime));
        Assert.Equal("America/Los_Angeles", value.TimeZone);
        Assert.False(value.IsTimeZoneCritical);
        Assert.Equal([new SuffixTag("u-ca", "hebrew")], value.Tags);
    }

    [Fact]
    public void Of_two_tags_with_one_key_the_first_counts() =>
        Assert.Equal(
            [new SuffixTag("u-ca", "chinese")],
            Rfc9557.Parse("2022-07-08T00:14:07Z[u-ca=chinese][u-ca=japanese]").Tags
        );

    [Theory]
    [InlineData(
        "2022-07-08T00:14:07",
        "RFC 3339: at position 19 is the end of the text; an offset must follow: 'Z', '+hh:mm' or '-hh:mm'"
    )]
    [InlineData(
        "2022-07-08T00:14:07Z ",
        "RFC 9557: the suffix at position 20 must stand in brackets"
    )]
    [InlineData(
        "2022-07-08T00:14:07Z[Europe/London",
        "RFC 9557: the suffix at position 20 must stand in brackets"
    )]
    [InlineData(
        "2022-07-08T00:14:07Z[]",
        "RFC 9557: the suffix at position 20 is no time zone and no tag"
    )]
    [InlineData(
        "2022-07-08T00:14:07Z[Europe//London]",
        "RFC 9557: the suffix at position 20 is no time zone and no tag"
    )]
    [InlineData(
        "2022-07-08T00:14:07Z[../London]",
        "RFC 9557: the suffix at position 20 is no time zone and no tag"
    )]
    [InlineData(
        "2022-07-08T00:14:07Z[1abc]",
        "RFC 9557: the suffix at position 20 is no time zone and no tag"
    )]
    [InlineData(
        "2022-07-08T00:14:07Z[+25:00]",
        "RFC 9557: the suffix at position 20 is no time zone and no tag"
    )]
    [InlineData(
        "2022-07-08T00:14:07Z[u-ca=hebrew][Europe/London]",
        "RFC 9557: the suffix at position 33 is a time zone, which must be the first suffix"
    )]
    [InlineData(
        "2022-07-08T00:14:07Z[U-CA=hebrew]",
        "RFC 9557: the suffix at position 20 has an ill-formed key"
    )]
    [InlineData(
        "2022-07-08T00:14:07Z[=hebrew]",
        "RFC 9557: the suffix at position 20 has an ill-formed key"
    )]
    [InlineData(
        "2022-07-08T00:14:07Z[u-ca=]",
        "RFC 9557: the suffix at position 20 has an ill-formed value"
    )]
    [InlineData(
        "2022-07-08T00:14:07Z[u-ca=a--b]",
        "RFC 9557: the suffix at position 20 has an ill-formed value"
    )]
    [InlineData(
        "2022-07-08T00:14:07Z[!x=1]",
        "RFC 9557: the suffix at position 20 is critical and not understood"
    )]
    [InlineData(
        "2022-07-08T00:14:07Z[u-ca=a][!u-ca=b]",
        "RFC 9557: the suffix at position 28 is critical and contradicts an earlier one"
    )]
    [InlineData(
        "2022-07-08T00:14:07+00:00[!Europe/London]",
        "RFC 9557: the suffix at position 25 is critical and contradicts the offset"
    )]
    [InlineData(
        "2022-07-08T00:14:07+00:00[!+01:00]",
        "RFC 9557: the suffix at position 25 is critical and contradicts the offset"
    )]
    [InlineData(
        "2022-07-08T00:14:07+00:00[!Mars/Olympus]",
        "RFC 9557: the suffix at position 25 is critical, and no such time zone is known"
    )]
    public void Parse_says_what_is_wrong(string text, string reason)
    {
        var error = Assert.Throws<FormatException>(() => Rfc9557.Parse(text, "u-ca"));
        Assert.Equal($"This is not a date-time of {reason}.", error.Message);
        Assert.False(Rfc9557.TryParse(text, out var value, "u-ca"));
        Assert.Null(value);
    }

    [Fact]
    public void Parse_limits_the_count_of_tags()
    {
        string Text(int count) =>
            "2022-07-08T00:14:07Z"
            + string.Concat(Enumerable.Range(0, count).Select(i => $"[k{i}=v]"));
        Assert.Equal(32, Rfc9557.Parse(Text(32)).Tags.Length);
        Assert.False(Rfc9557.TryParse(Text(33), out _));
    }

    [Fact]
    public void Format_refuses_what_could_not_be_read_back()
    {
        var value = new SuffixedDateTime(
            new OffsetDateTime(new LocalDateTime(2026, 1, 1, 0, 0), Offset.Zero)
        );
        Assert.Throws<FormatException>(() => Rfc9557.Format(value with { TimeZone = "a b" }));
        Assert.Throws<FormatException>(() =>
            Rfc9557.Format(value with { Tags = [new SuffixTag("A", "b")] })
        );
    }
}
