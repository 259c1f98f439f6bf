using System.Text.Json;
using Common.Time.Json;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Common.Time.Tests;

/// <summary>What holds for every value: what is written is read back; and for every text: no parser throws.</summary>
public sealed class TimePropertyTests
{
    private static readonly string[] Corpus =
    [
        "2026-11-21T10:11:12.345678Z",
        "2026-11-21T10:11:12Z",
        "0000-02-29T23:59:59.123456789Z",
        "2026-11-21t10:11:12.5+01:30",
        "1990-12-31T15:59:60-08:00",
        "2024-02-29t23:59:59.1234567891+18:00",
        "11:11:12.345+01:00",
        "2026-11-21",
        "1996-12-19T16:39:57-08:00[America/Los_Angeles][u-ca=hebrew]",
        "2022-07-08T00:14:07Z[!Europe/London][!_x=a-b]",
        "PT1H30M0.5S",
        "-P2DT1S",
        "P3W",
        "86400000",
        "",
    ];

    private static Gen<Instant> Instants =>
        from day in Gen.Choose(-719_528, 2_932_896)
        from second in Gen.Choose(0, 86_399)
        from nanoseconds in Gen.OneOf(
            Gen.Constant(0),
            Gen.Choose(0, 999_999_999),
            Gen.Choose(0, 999).Select(n => n * 1_000_000)
        )
        select Instant.FromUnixTimeSeconds((day * 86_400L) + second).PlusNanoseconds(nanoseconds);

    private static void ForAll<T>(Gen<T> values, Func<T, bool> holds) =>
        Prop.ForAll(Arb.From(values), holds)
            .Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Every_instant_is_read_back() =>
        ForAll(Instants, i => Rfc3339.Parse(Rfc3339.Format(i)) == i);

    [Fact]
    public void Every_offset_is_read_back() =>
        ForAll(
            from instant in Instants
            from minutes in Gen.Choose(-1080, 1080)
            select (Instant: instant, Minutes: minutes),
            v =>
            {
                var value = v.Instant.WithOffset(Offset.FromSeconds(v.Minutes * 60));
                return value.Year is < 0 or > 9999
                    || Rfc3339.ParseOffsetDateTime(Rfc3339.Format(value)) == value;
            }
        );

    [Fact]
    public void Texts_have_the_order_of_instants() =>
        ForAll(
            from one in Instants
            from other in Instants
            select (one, other),
            v =>
                Math.Sign(
                    string.CompareOrdinal(Rfc3339.Format(v.one, 9), Rfc3339.Format(v.other, 9))
                ) == Math.Sign(v.one.CompareTo(v.other))
        );

    [Fact]
    public void Every_duration_is_read_back()
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver =
                new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        }.AddCommonTime();
        ForAll(
            from day in Gen.Choose(-10_000_000, 10_000_000)
            from second in Gen.Choose(-86_399, 86_399)
            from nanoseconds in Gen.Choose(0, 999_999_999)
            select Duration.FromDays(day)
                + Duration.FromSeconds((long)second)
                + Duration.FromNanoseconds((long)nanoseconds),
            d =>
                JsonSerializer.Deserialize<Duration>(JsonSerializer.Serialize(d, options), options)
                == d
        );
    }

    [Fact]
    public void No_text_makes_a_parser_throw_and_both_encodings_agree() =>
        new Fuzzer(20261121, Corpus).Run(
            (text, utf8) =>
            {
                var isRead = Rfc3339.TryParse(text, out var instant);
                Assert.Equal(isRead, Rfc3339.TryParse(utf8, out var fromUtf8));
                Assert.Equal(instant, fromUtf8);
                isRead = Rfc3339.TryParseOffsetDateTime(text, out var offset);
                Assert.Equal(isRead, Rfc3339.TryParseOffsetDateTime(utf8, out _));
                if (isRead) // by the scanner, which reads what the fast way reads too
                {
                    Assert.Equal(offset.ToInstant(), instant);
                }

                isRead = Rfc3339.TryParseDate(text, out _);
                Assert.Equal(isRead, Rfc3339.TryParseDate(utf8, out _));
                isRead = Rfc3339.TryParseTime(text, out _);
                Assert.Equal(isRead, Rfc3339.TryParseTime(utf8, out _));
                isRead = Deadline.TryParse(text, TimeProvider.System, out _);
                Assert.Equal(isRead, Deadline.TryParse(utf8, TimeProvider.System, out _));
                if (Rfc9557.TryParse(text, out var suffixed) && suffixed.DateTime.Year >= 0)
                {
                    Assert.Equal(suffixed, Rfc9557.Parse(Rfc9557.Format(suffixed)));
                }

                try
                {
                    Internal.DurationText.Parse(text);
                }
                catch (FormatException)
                {
                    // the only way to refuse
                }
            }
        );

    public static TheoryData<string> Parsers => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Parsers))]
    public void A_long_text_takes_no_longer_than_it_is(string parser) =>
        new Fuzzer(1, Corpus).TakesLinearTime(parser, Readers[parser]);

    private static readonly Dictionary<string, Action<string>> Readers = new()
    {
        ["Rfc3339"] = text => _ = Rfc3339.TryParse(text, out _),
        ["Rfc3339 with offset"] = text => _ = Rfc3339.TryParseOffsetDateTime(text, out _),
        ["Rfc3339 date"] = text => _ = Rfc3339.TryParseDate(text, out _),
        ["Rfc3339 time"] = text => _ = Rfc3339.TryParseTime(text, out _),
        ["Rfc9557"] = text => _ = Rfc9557.TryParse(text, out _),
        ["Deadline"] = text => _ = Deadline.TryParse(text, TimeProvider.System, out _),
        ["duration"] = text =>
        {
            try
            {
                Internal.DurationText.Parse(text);
            }
            catch (FormatException)
            {
                // the only way to refuse
            }
        },
    };
}
