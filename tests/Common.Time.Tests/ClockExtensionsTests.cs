using NodaTime;

namespace Common.Time.Tests;

public sealed class ClockExtensionsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 21, 10, 11, 12);
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private readonly FixedClock _clock = new(Now);

    [Theory]
    [InlineData(-61, true, false, true)]
    [InlineData(-60, false, false, true)]
    [InlineData(-59, false, true, true)]
    [InlineData(0, false, true, true)]
    [InlineData(60, false, true, true)]
    [InlineData(61, false, true, false)]
    public void The_questions_have_edges(int secondsAhead, bool isOlder, bool isNewer, bool isSoon)
    {
        var instant = Now + Duration.FromSeconds(secondsAhead);
        Assert.Equal(Duration.FromSeconds(-secondsAhead), _clock.Age(instant));
        Assert.Equal(isOlder, _clock.IsOlderThan(instant, Minute));
        Assert.Equal(isNewer, _clock.IsNewerThan(instant, Minute));
        Assert.Equal(isSoon, _clock.IsSoon(instant, Minute));
        Assert.Equal(secondsAhead, Now.SecondsUntil(instant));
    }

    [Fact]
    public void NormalizeToUtc_reads_every_kind_of_time()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(2), "x", "x");
        var noon = new DateTime(2026, 1, 1, 12, 0, 0);
        Assert.Equal(
            Instant.FromUtc(2026, 1, 1, 12, 0),
            DateTime.SpecifyKind(noon, DateTimeKind.Utc).NormalizeToUtc(zone)
        );
        Assert.Equal(
            Instant.FromUtc(2026, 1, 1, 12, 0),
            DateTime.SpecifyKind(noon, DateTimeKind.Unspecified).NormalizeToUtc(zone)
        );
        Assert.Equal(
            Instant.FromUtc(2026, 1, 1, 10, 0),
            DateTime.SpecifyKind(noon, DateTimeKind.Local).NormalizeToUtc(zone)
        );
        Assert.Equal(
            Instant.FromUtc(2026, 1, 1, 10, 0),
            new DateTimeOffset(noon, TimeSpan.FromHours(2)).NormalizeToUtc()
        );
    }
}
