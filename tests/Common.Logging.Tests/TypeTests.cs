using System.Net;
using Common.Context;
using NodaTime;

namespace Common.Logging.Tests;

/// <summary>Each type that a parameter may have is read back from both formats as what it was.</summary>
public sealed class TypeTests
{
    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Numbers_keep_their_value(LogFormat format)
    {
        using var log = new TestLog(format);
        log.Logger.Numbers(
            sbyte.MinValue,
            byte.MaxValue,
            short.MinValue,
            ushort.MaxValue,
            int.MinValue,
            uint.MaxValue,
            long.MinValue,
            ulong.MaxValue,
            -1,
            1,
            0.1f,
            1e300,
            1.50m,
            (Half)0.5,
            Int128.MaxValue
        );

        Assert.Equal(
            new object?[]
            {
                -128L,
                255L,
                -32768L,
                65535L,
                (long)int.MinValue,
                (long)uint.MaxValue,
                long.MinValue,
                (decimal)ulong.MaxValue,
                -1L,
                1L,
                0.1m,
                1e300,
                1.50m,
                "0.5",
                "170141183460469231731687303715884105727",
            },
            log.Record.Attributes.Values
        );
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Values_have_one_text(LogFormat format)
    {
        using var log = new TestLog(format);
        log.Logger.Values(
            true,
            '"',
            "-",
            DayOfWeek.Friday,
            Guid.Parse("550e8400-e29b-41d4-a716-446655440000"),
            RequestId.Parse("req-550e8400-e29b-41d4-a716-446655440000"),
            TenantPath.Parse("/acme/eu"),
            new Uri("/relative?a=b", UriKind.Relative),
            IPAddress.Parse("2001:db8::1"),
            IPEndPoint.Parse("[2001:db8::1]:443"),
            IPNetwork.Parse("10.0.0.0/8"),
            new Version(1, 2, 3),
            new Degrees(45),
            AttributeTargets.Class | AttributeTargets.Method
        );

        Assert.Equal(
            new object?[]
            {
                true,
                "\"",
                "-",
                "Friday",
                "550e8400-e29b-41d4-a716-446655440000",
                "req-550e8400-e29b-41d4-a716-446655440000",
                "/acme/eu",
                "/relative?a=b",
                "2001:db8::1",
                "[2001:db8::1]:443",
                "10.0.0.0/8",
                "1.2.3",
                "45 deg",
                "Class, Method",
            },
            log.Record.Attributes.Values
        );
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Times_have_one_text(LogFormat format)
    {
        using var log = new TestLog(format);
        var local = new LocalDateTime(2026, 1, 2, 3, 4, 5, 500);
        var zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];
        log.Logger.Times(
            Instant.FromUtc(2026, 1, 2, 3, 4, 5),
            Duration.FromMilliseconds(1500),
            local.Date,
            local.TimeOfDay,
            local,
            local.WithOffset(Offset.FromHours(1)),
            local.InZoneStrictly(zone),
            Period.FromDays(3),
            Offset.FromHours(1),
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)),
            TimeSpan.FromSeconds(90),
            new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            new DateOnly(2026, 1, 2),
            new TimeOnly(3, 4, 5),
            new Interval(Instant.FromUtc(2026, 1, 2, 0, 0), Instant.FromUtc(2026, 1, 3, 0, 0)),
            zone
        );

        Assert.Equal(
            new object?[]
            {
                "2026-01-02T03:04:05Z",
                "0:00:00:01.5",
                "2026-01-02",
                "03:04:05.5",
                "2026-01-02T03:04:05.5",
                "2026-01-02T02:04:05.500Z",
                "2026-01-02T02:04:05.500Z",
                "P3D",
                "+01",
                "2026-01-02T02:04:05Z",
                "00:01:30",
                "2026-01-02T03:04:05Z",
                "2026-01-02",
                "03:04:05.0000000",
                "2026-01-02T00:00:00Z/2026-01-03T00:00:00Z",
                "Europe/Paris",
            },
            log.Record.Attributes.Values
        );
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Points_in_time_that_RFC_3339_has_no_text_for_have_their_own(LogFormat format)
    {
        using var log = new TestLog(format);
        log.Logger.Edges(
            Instant.MinValue,
            Instant.MaxValue,
            Instant.MinValue,
            LocalDateTime.MinIsoValue.WithOffset(Offset.MaxValue),
            LocalDateTime.MaxIsoValue.WithOffset(Offset.MinValue),
            DateTimeOffset.MaxValue,
            DateTime.MaxValue.ToUniversalTime(),
            DayOfWeek.Friday
        );

        Assert.Equal(
            new object?[]
            {
                "-9998-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "-9998-01-01T00:00:00Z",
                "-9998-01-01T00:00:00+18",
                "9999-12-31T23:59:59-18",
                "9999-12-31T23:59:59.999999900Z",
                "9999-12-31T23:59:59.999999900Z",
                "Friday",
            },
            log.Record.Attributes.Values
        );
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Lists_are_cut_at_100_and_keep_their_count(LogFormat format)
    {
        using var log = new TestLog(
            format,
            new LoggingOptions { Format = format, MaxLineBytes = 65_536 }
        );
        var id = Guid.Parse("550e8400-e29b-41d4-a716-446655440000");
        log.Logger.Lists(
            [.. Enumerable.Range(0, 101)],
            ["a b", "c"],
            [1.50m],
            [id],
            [DayOfWeek.Friday],
            [Instant.FromUtc(2026, 1, 2, 3, 4, 5)],
            [1, null],
            null,
            new byte[200]
        );

        var fields = log.Record.Attributes;
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (object)(long)i), fields["a"]);
        Assert.Equal(101L, fields["a_count"]);
        Assert.Equal(new object[] { "a b", "c" }, fields["b"]);
        Assert.Equal(new object[] { 1.50m }, fields["c"]);
        Assert.Equal(new object[] { id.ToString() }, fields["d"]);
        Assert.Equal(new object[] { "Friday" }, fields["e"]);
        Assert.Equal(new object[] { "2026-01-02T03:04:05Z" }, fields["f"]);
        Assert.Equal(new object?[] { 1L, null }, fields["g"]);
        Assert.Null(fields["h"]);
        Assert.Equal(200L, fields["i_count"]);
        Assert.DoesNotContain("b_count", fields.Keys);
    }
}
