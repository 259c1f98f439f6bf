using Common.Config.Binding;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace Common.Config.Tests;

public sealed class TypeTests
{
    private const string DurationRule =
        "it must be a duration such as 250ms, 30s, 5m, 1h, 1d, 00:00:30 or PT30S";

    [Theory]
    [InlineData("250ms", 250_000_000)]
    [InlineData("30s", 30_000_000_000)]
    [InlineData("1.5s", 1_500_000_000)]
    [InlineData("-1s", -1_000_000_000)]
    [InlineData("5m", 300_000_000_000)]
    [InlineData("1h", 3_600_000_000_000)]
    [InlineData("1d", 86_400_000_000_000)]
    [InlineData("1ns", 1)]
    [InlineData("00:00:00.05", 50_000_000)]
    [InlineData("1.02:03:04", 93_784_000_000_000)]
    [InlineData("PT30S", 30_000_000_000)]
    [InlineData("P1DT1H", 90_000_000_000_000)]
    [InlineData("P1W", 604_800_000_000_000)]
    public void Duration_reads(string text, long nanoseconds) =>
        Assert.Equal(
            Duration.FromNanoseconds(nanoseconds),
            Read(ConfigTypes.Duration, text, out _)
        );

    [Theory]
    [InlineData("")]
    [InlineData("30")] // nothing says the unit
    [InlineData("30 s")]
    [InlineData("30S")]
    [InlineData("24:00:00")]
    [InlineData("00:60:00")]
    [InlineData("P1M")] // a month has no fixed length
    [InlineData("P1Y")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("1h30")]
    [InlineData("1s\n")]
    [InlineData("0.0000000001s")] // below a nanosecond
    [InlineData("999999999d")] // beyond the type
    public void Duration_refuses(string text)
    {
        Read(ConfigTypes.Duration, text, out var error);

        Assert.Equal(DurationRule, error);
    }

    [Fact]
    public void TimeSpan_refuses_what_it_cannot_hold()
    {
        Assert.Equal(TimeSpan.FromTicks(1), Read(ConfigTypes.TimeSpan, "100ns", out _));
        Read(ConfigTypes.TimeSpan, "1ns", out var error);
        Assert.Equal(DurationRule, error);
    }

    [Theory]
    [InlineData("0B", 0)]
    [InlineData("512B", 512)]
    [InlineData("10 MiB", 10_485_760)]
    [InlineData("1.5kib", 1_536)]
    [InlineData("2GB", 2_000_000_000)]
    [InlineData("8388607TiB", 9_223_370_937_343_148_032)]
    public void ByteSize_reads(string text, long bytes) =>
        Assert.Equal(new ByteSize(bytes), Read(ConfigTypes.ByteSize, text, out _));

    [Theory]
    [InlineData("10")] // nothing says the unit
    [InlineData("MiB")]
    [InlineData("-1B")]
    [InlineData("0.5B")]
    [InlineData("10  MiB")]
    [InlineData("8388608TiB")] // beyond 64 bits
    public void ByteSize_refuses(string text)
    {
        Read(ConfigTypes.ByteSize, text, out var error);

        Assert.Equal("it must be a size such as 512B, 64KiB, 10MiB or 2GB", error);
    }

    [Theory]
    [InlineData("db.example:5432", "db.example", 5432)]
    [InlineData("127.0.0.1:1", "127.0.0.1", 1)]
    [InlineData("[::1]:65535", "::1", 65535)]
    public void HostPort_reads(string text, string host, int port)
    {
        var read = Read(ConfigTypes.HostPort, text, out _);

        Assert.Equal(new HostPort(host, port), read);
        Assert.Equal(text, read.ToString());
    }

    [Theory]
    [InlineData("db.example")]
    [InlineData("db.example:")]
    [InlineData("db.example:0")]
    [InlineData("db.example:65536")]
    [InlineData(":80")]
    [InlineData("::1:80")] // an address of IPv6 stands in brackets
    [InlineData("[db]:80")]
    [InlineData("a b:80")]
    public void HostPort_refuses(string text)
    {
        Read(ConfigTypes.HostPort, text, out var error);

        Assert.Equal("it must be a host and a port such as db.example:5432", error);
    }

    public static TheoryData<ConfigType, string, string, string> Edges =>
        new()
        {
            { ConfigTypes.Boolean, "True", "1", "it must be true or false" },
            { ConfigTypes.Byte, "255", "256", "it must be a whole number from 0 to 255" },
            { ConfigTypes.SByte, "-128", "-129", "it must be a whole number from -128 to 127" },
            {
                ConfigTypes.Int16,
                "32767",
                "32768",
                "it must be a whole number from -32768 to 32767"
            },
            { ConfigTypes.UInt16, "65535", "-1", "it must be a whole number from 0 to 65535" },
            {
                ConfigTypes.Int32,
                "2147483647",
                "2147483648",
                "it must be a whole number from -2147483648 to 2147483647"
            },
            { ConfigTypes.UInt32, "0", " 1", "it must be a whole number from 0 to 4294967295" },
            {
                ConfigTypes.Int64,
                "-9223372036854775808",
                "1,000",
                "it must be a whole number from -9223372036854775808 to 9223372036854775807"
            },
            {
                ConfigTypes.UInt64,
                "18446744073709551615",
                "0x10",
                "it must be a whole number from 0 to 18446744073709551615"
            },
            { ConfigTypes.Single, "1e3", "1e39", "it must be a number such as 0.5" },
            { ConfigTypes.Double, "-0.5", "NaN", "it must be a number such as 0.5" },
            { ConfigTypes.Decimal, "0.1", "0,1", "it must be a number such as 0.5" },
            { ConfigTypes.Char, "x", "xy", "it must be one character" },
            {
                ConfigTypes.Guid,
                "550e8400-e29b-41d4-a716-446655440000",
                "{550e8400-e29b-41d4-a716-446655440000}",
                "it must be a UUID such as 550e8400-e29b-41d4-a716-446655440000"
            },
            {
                ConfigTypes.Uri,
                "https://example.org/",
                "/orders",
                "it must be an absolute address such as https://example.org/"
            },
            { ConfigTypes.Version, "1.2", "1", "it must be a version such as 1.2 or 1.2.3" },
            { ConfigTypes.Period, "P1Y2M", "1Y", "it must be a period such as P1Y2M or P10D" },
            {
                ConfigTypes.LocalDate,
                "2028-02-29",
                "2027-02-29",
                "it must be a date such as 2026-11-21"
            },
            {
                ConfigTypes.LocalTime,
                "23:30",
                "24:30",
                "it must be a time such as 23:30 or 23:30:15"
            },
            {
                ConfigTypes.Instant,
                "2026-11-21T10:11:12Z",
                "2026-11-21T10:11:12",
                "it must be an instant such as 2026-11-21T10:11:12Z"
            },
            {
                ConfigTypes.IPAddress,
                "2001:db8::1",
                "1",
                "it must be an IP address such as 192.0.2.1 or 2001:db8::1"
            },
            {
                ConfigTypes.IPNetwork,
                "10.0.0.0/8",
                "10.0.0.0/33",
                "it must be a network such as 10.0.0.0/8"
            },
            { ConfigTypes.Regex, "^a+$", "(", "it must be a regular expression" },
            {
                ConfigTypes.Enum<WarmUp>(isFlags: false),
                "EAGER",
                "1",
                "it must be one of Lazy, Eager"
            },
            {
                ConfigTypes.Enum<FileAccess>(isFlags: true),
                "Read, Write",
                "Read, 2",
                "it must be some of Read, Write, ReadWrite"
            },
            {
                ConfigTypes.Parsable<Int128>(),
                "170141183460469231731687303715884105727",
                "x",
                "it must be a text that Int128 can read"
            },
        };

    [Theory]
    [MemberData(nameof(Edges))]
    public void Each_type_reads_its_edge_and_refuses_what_lies_beyond(
        ConfigType type,
        string read,
        string refused,
        string rule
    )
    {
        Assert.Null(Problem(type, read));
        Assert.Equal(rule, Problem(type, refused));
    }

    [Theory]
    [InlineData("db", Dialect.db)]
    [InlineData("DB", Dialect.DB)]
    [InlineData("Db", Dialect.db)]
    public void Of_names_that_differ_in_case_only_the_one_that_is_written_counts(
        string text,
        Dialect expected
    ) => Assert.Equal(expected, Read(ConfigTypes.Enum<Dialect>(isFlags: false), text, out _));

    private static string? Problem(ConfigType type, string text)
    {
        var context = new BindContext();
        var option = type.MakeOption(
            new Internal.Commands.CatalogueOption(
                "X",
                new(type.Name, null, null, [], false, null),
                ""
            )
        );
        var parent = new ConfigNode("A");
        parent.Child("X").Set("A:X", text, 0, Layer);
        option.Check(new ConfigReader(context, parent));
        return context.Errors.SingleOrDefault()?.Rule;
    }

    private static T? Read<T>(ConfigType<T> type, string text, out string? error)
    {
        var context = new BindContext();
        var node = new ConfigNode("X");
        node.Set("X", text, 0, Layer);
        type.TryBind(node, context, out var value);
        error = context.Errors.SingleOrDefault()?.Rule;
        return value;
    }

    private static Internal.ConfigLayer Layer { get; } =
        new Internal.PlainLayer(new ConfigurationBuilder().Build());
}
