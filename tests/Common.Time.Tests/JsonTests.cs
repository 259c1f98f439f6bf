using System.Text.Json;
using System.Text.Json.Serialization;
using Common.Time.Json;
using NodaTime;

namespace Common.Time.Tests;

public sealed partial class JsonTests
{
    private static readonly TimesContext Context = new(new JsonSerializerOptions().AddCommonTime());

    [Fact]
    public void Every_type_is_written_and_read()
    {
        const string Json =
            """{"Instant":"2026-11-21T10:11:12.345Z","Offset":"2026-11-21T11:11:12\u002B01:00","Date":"2026-11-21","Time":"11:11:12\u002B01:00","Duration":"PT1H0M0.5S","Maybe":null,"ByDate":{"2026-11-21":"PT1M"}}""";
        var times = JsonSerializer.Deserialize(Json, Context.Times)!;
        Assert.Equal(Rfc3339.Parse("2026-11-21T10:11:12.345Z"), times.Instant);
        Assert.Equal(Rfc3339.ParseOffsetDateTime("2026-11-21T11:11:12+01:00"), times.Offset);
        Assert.Equal(new LocalDate(2026, 11, 21), times.Date);
        Assert.Equal(Rfc3339.ParseTime("11:11:12+01:00"), times.Time);
        Assert.Equal(Duration.FromHours(1) + Duration.FromMilliseconds(500), times.Duration);
        Assert.Null(times.Maybe);
        Assert.Equal(Json, JsonSerializer.Serialize(times, Context.Times));
    }

    [Theory]
    [InlineData(
        "{\"Instant\":\"2026-11-21T10:11:12\"}",
        "This is not a date-time of RFC 3339: at position 19 is the end of the text; an offset must follow: 'Z', '+hh:mm' or '-hh:mm'."
    )]
    [InlineData("{\"Instant\":1}", "A date-time is a JSON string, not a Number.")]
    [InlineData(
        "{\"Date\":\"2026-02-30\"}",
        "This is not a full-date of RFC 3339: at position 8 is '3'; a day is from 01 to the last of its month."
    )]
    [InlineData(
        "{\"Duration\":\"P1M\"}",
        "A text of length 3 is not a duration of RFC 3339, appendix A; it must be such as PT1H30M or P2DT0.5S, without months and years."
    )]
    public void What_is_wrong_is_said(string json, string message)
    {
        var error = Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize(json, Context.Times)
        );
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_long_string_is_refused_by_its_length()
    {
        var json = "{\"Instant\":\"" + new string('1', 257) + "\"}";
        var error = Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize(json, Context.Times)
        );
        Assert.Equal("A string of 257 bytes is no date-time; it has at most 256.", error.Message);
    }

    [Theory]
    [InlineData("PT0S", 0)]
    [InlineData("PT1S", 1_000_000_000)]
    [InlineData("-PT1M", -60_000_000_000)]
    [InlineData("PT26H", 93_600_000_000_000)]
    [InlineData("PT1H0M1S", 3_601_000_000_000)]
    [InlineData("PT0.000000001S", 1)]
    public void A_duration_is_written_in_one_form(string text, long nanoseconds)
    {
        var json = JsonSerializer.Serialize(
            new Times { Duration = Duration.FromNanoseconds(nanoseconds) },
            Context.Times
        );
        Assert.Contains($"\"Duration\":\"{text}\"", json, StringComparison.Ordinal);
        Assert.Equal(
            Duration.FromNanoseconds(nanoseconds),
            JsonSerializer.Deserialize(json, Context.Times)!.Duration
        );
    }

    [Theory]
    [InlineData("P1D", 86_400)]
    [InlineData("P2W", 1_209_600)]
    [InlineData("P1DT1H", 90_000)]
    [InlineData("PT1H1S", 3_601)]
    [InlineData("-P1D", -86_400)]
    public void A_duration_is_read_in_several_forms(string text, long seconds) =>
        Assert.Equal(
            Duration.FromSeconds(seconds),
            JsonSerializer.Deserialize($"{{\"Duration\":\"{text}\"}}", Context.Times)!.Duration
        );

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("1S")]
    [InlineData("PT1S1M")]
    [InlineData("PT1ST1S")]
    [InlineData("P1W1D")]
    [InlineData("P1Y")]
    [InlineData("PT1.5H")]
    [InlineData("PT1.S")]
    [InlineData("PT1.1234567890S")]
    [InlineData("PT1")]
    [InlineData("PT99999999999999999999S")]
    [InlineData("P999999999999999W")]
    [InlineData("+PT1S")]
    [InlineData("PT1,5S")]
    public void A_duration_is_refused(string text) =>
        Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize($"{{\"Duration\":\"{text}\"}}", Context.Times)
        );

    internal sealed class Times
    {
        public Instant Instant { get; set; }
        public OffsetDateTime Offset { get; set; }
        public LocalDate Date { get; set; }
        public OffsetTime Time { get; set; }
        public Duration Duration { get; set; }
        public Instant? Maybe { get; set; }
        public Dictionary<LocalDate, Duration> ByDate { get; set; } = [];
    }

    [JsonSerializable(typeof(Times))]
    internal sealed partial class TimesContext : JsonSerializerContext;
}
