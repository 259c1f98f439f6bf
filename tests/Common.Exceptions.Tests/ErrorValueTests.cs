using System.Globalization;
using NodaTime;

namespace Common.Exceptions.Tests;

public sealed class ErrorValueTests
{
    public static TheoryData<object?, ErrorValueKind, string> Values =>
        new()
        {
            { null, ErrorValueKind.Null, "null" },
            { "text", ErrorValueKind.Text, "text" },
            { true, ErrorValueKind.Boolean, "true" },
            { false, ErrorValueKind.Boolean, "false" },
            { (byte)1, ErrorValueKind.Integer, "1" },
            { -1, ErrorValueKind.Integer, "-1" },
            { long.MinValue, ErrorValueKind.Integer, "-9223372036854775808" },
            { ulong.MaxValue, ErrorValueKind.Integer, "18446744073709551615" },
            { 129.95m, ErrorValueKind.Decimal, "129.95" },
            { 1.50m, ErrorValueKind.Decimal, "1.50" },
            { 3m, ErrorValueKind.Integer, "3" },
            { 0.1, ErrorValueKind.Number, "0.1" },
            { -0.0, ErrorValueKind.Number, "-0" },
            { double.NaN, ErrorValueKind.Text, "NaN" },
            { double.PositiveInfinity, ErrorValueKind.Text, "Infinity" },
            { 0.1f, ErrorValueKind.Number, "0.1" },
            { float.NegativeInfinity, ErrorValueKind.Text, "-Infinity" },
            { (nint)(-5), ErrorValueKind.Integer, "-5" },
            { (nuint)5, ErrorValueKind.Integer, "5" },
            { 'x', ErrorValueKind.Text, "x" },
            { DayOfWeek.Monday, ErrorValueKind.Text, "Monday" },
            {
                new Guid("550e8400-e29b-41d4-a716-446655440000"),
                ErrorValueKind.Text,
                "550e8400-e29b-41d4-a716-446655440000"
            },
            {
                new DateTimeOffset(2026, 11, 21, 10, 11, 12, TimeSpan.Zero),
                ErrorValueKind.Text,
                "2026-11-21T10:11:12.0000000+00:00"
            },
        };

    public static TheoryData<object, string> Times =>
        new()
        {
            { Noon.InUtc().ToInstant(), "2026-01-02T12:00:00.000000013Z" },
            { Instant.MinValue, "-9998-01-01T00:00:00Z" },
            { Noon.WithOffset(Offset.FromHours(1)), "2026-01-02T12:00:00.000000013+01:00" },
            { Noon.WithOffset(Offset.FromSeconds(1)), "2026-01-02T12:00:00+00:00:01" },
            { Noon.InZoneStrictly(Berlin), "2026-01-02T12:00:00.000000013+01:00" },
            { Noon, "2026-01-02T12:00:00.000000013" },
            { Noon.WithCalendar(CalendarSystem.Julian).Date, "2026-01-02" },
            { Noon.TimeOfDay, "12:00:00.000000013" },
            { new DateOnly(2026, 1, 2), "2026-01-02" },
            { new TimeOnly(12, 0, 0, 13), "12:00:00.0130000" },
        };

    private static LocalDateTime Noon => new LocalDateTime(2026, 1, 2, 12, 0).PlusNanoseconds(13);

    private static DateTimeZone Berlin => DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [MemberData(nameof(Times))]
    public void From_writes_times_in_one_form_that_programs_read(object value, string text) =>
        Assert.Equal(text, ErrorValue.From(value).ToString());

    [Theory]
    [InlineData("https://stock.example/a%20b?c=%26#d", "https://stock.example/a b?c=%26#d")]
    [InlineData(
        "https://bob:hunter2@stock.example:8080/a?b=1#c",
        "https://stock.example:8080/a?b=1#c"
    )]
    [InlineData("../a", "../a")]
    public void From_leaves_the_credentials_of_a_uri_out(string text, string written) =>
        Assert.Equal(
            written,
            ErrorValue.From(new Uri(text, UriKind.RelativeOrAbsolute)).ToString()
        );

    [Theory]
    [MemberData(nameof(Values))]
    public void From_keeps_numbers_and_booleans_and_writes_the_rest_as_text(
        object? value,
        ErrorValueKind kind,
        string text
    )
    {
        var made = ErrorValue.From(value);

        Assert.Equal(kind, made.Kind);
        Assert.Equal(text, made.ToString());
    }

    [Fact]
    public void From_does_not_look_at_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal("1.5", ErrorValue.From(1.5m).ToString());
            Assert.Equal("1.5", ErrorValue.From(1.5).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Text_is_cut_at_its_limit_and_never_within_a_surrogate_pair()
    {
        var longest = new string('x', ErrorValue.MaxTextLength);
        var pairs = string.Concat(Enumerable.Repeat("\U0001F600", ErrorValue.MaxTextLength));

        Assert.Equal(longest, ErrorValue.From(longest).ToString());
        Assert.Equal(
            new string('x', ErrorValue.MaxTextLength - 1) + "…",
            ErrorValue.From(longest + "x").ToString()
        );
        var cut = ErrorValue.From(pairs).ToString();
        Assert.True(char.IsLowSurrogate(cut[^2]));
        Assert.Equal(ErrorValue.MaxTextLength - 1, cut.Length);
    }

    [Fact]
    public void TryGet_gives_only_what_the_value_holds()
    {
        Assert.True(ErrorValue.From(7).TryGetInt64(out var number) && number == 7);
        Assert.False(ErrorValue.From(ulong.MaxValue).TryGetInt64(out _));
        Assert.False(ErrorValue.From("7").TryGetInt64(out _));
        Assert.True(ErrorValue.From(7).TryGetDecimal(out var exact) && exact == 7m);
        Assert.False(ErrorValue.From(7.0).TryGetDecimal(out _));
        Assert.True(ErrorValue.From("a").TryGetText(out var text) && text == "a");
        Assert.False(default(ErrorValue).TryGetText(out _));
        Assert.True(ErrorValue.From(true).TryGetBoolean(out var flag) && flag);
        Assert.False(ErrorValue.From(1).TryGetBoolean(out _));
    }
}
