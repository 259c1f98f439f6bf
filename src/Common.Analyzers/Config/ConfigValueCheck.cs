using System.Globalization;
using System.Text.RegularExpressions;

namespace Common.Analyzers.Config;

/// <summary>Checks a value against an option of the catalogue, as far as the compiler knows the type. In doubt a value is right.</summary>
internal static class ConfigValueCheck
{
    private const string Date = @"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\z";
    private const string Time = @"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d{1,9})?)?\z";
    private const string Instant =
        @"^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d([.,]\d{1,9})?Z\z";

    /// <summary>How long somebody else's pattern may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly Regex Duration = new(
        @"^-?(\d+(\.\d+)?(ns|us|ms|s|m|h|d)|(\d+\.)?([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?|P(?=.)(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Regex.InfiniteMatchTimeout // linear; a limit would fail the build of a machine that was asleep
    );

    /// <summary>Says why a value is no value of the type; null where it is one.</summary>
    public static string? TypeProblem(JsonValue option, string value) =>
        option.TextOf("type") switch
        {
            "bool" => bool.TryParse(value, out _) ? null : "it must be true or false",
            "byte" => Whole(value, byte.MinValue, byte.MaxValue),
            "sbyte" => Whole(value, sbyte.MinValue, sbyte.MaxValue),
            "short" => Whole(value, short.MinValue, short.MaxValue),
            "ushort" => Whole(value, ushort.MinValue, ushort.MaxValue),
            "int" => Whole(value, int.MinValue, int.MaxValue),
            "uint" => Whole(value, uint.MinValue, uint.MaxValue),
            "long" => Whole(value, long.MinValue, long.MaxValue),
            "ulong" => Whole(value, ulong.MinValue, ulong.MaxValue),
            "float" => Number(value, float.MaxValue),
            "double" => Number(value, double.MaxValue),
            "decimal" => decimal.TryParse(
                value,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out _
            )
                ? null
                : "it must be a number such as 0.5",
            "duration" => Duration.IsMatch(value)
                ? null
                : "it must be a duration such as 250ms, 30s, 5m, 1h, 1d, 00:00:30 or PT30S",
            "guid" => Guid.TryParseExact(value, "D", out _)
                ? null
                : "it must be a UUID such as 550e8400-e29b-41d4-a716-446655440000",
            "enum" => Names(option, value),
            "char" => value.Length == 1 ? null : "it must be one character",
            "size" => ByteSizes.Read(value) is null
                ? "it must be a size such as 512B, 64KiB, 10MiB or 2GB"
                : null,
            "uri" => Uri.TryCreate(value, UriKind.Absolute, out _)
            && !value.StartsWith("/", StringComparison.Ordinal)
                ? null
                : "it must be an absolute address such as https://example.org/",
            "version" => Version.TryParse(value, out _)
                ? null
                : "it must be a version such as 1.2 or 1.2.3",
            "date" => Matches(value, Date) ? null : "it must be a date such as 2026-11-21",
            "time" => Matches(value, Time) ? null : "it must be a time such as 23:30 or 23:30:15",
            "instant" => Matches(value, Instant)
                ? null
                : "it must be an instant such as 2026-11-21T10:11:12Z",
            _ => null,
        };

    /// <summary>Says which rule of the option a value of its type breaks; null where it breaks none.</summary>
    public static string? RuleProblem(JsonValue option, string value)
    {
        var isText = option.TextOf("type") == "string";
        if (
            option["allowed"] is { } allowed
            && !allowed.Elements.Any(e => IsSame(e.Text, value, isText))
        )
        {
            return "it must be one of " + string.Join(", ", allowed.Elements.Select(e => e.Text));
        }

        return isText
            ? LengthProblem(option, value) ?? PatternProblem(option, value)
            : Range(option, value);
    }

    /// <summary>Says that a list has too few or too many elements; null where it has neither.</summary>
    public static string? CountProblem(JsonValue option, int count, bool isWhole)
    {
        var (low, high) = (Number(option["minLength"]?.Text), Number(option["maxLength"]?.Text));
        return isWhole && count < low ? $"it must have at least {low} elements"
            : count > high ? $"it must have at most {high} elements"
            : null;
    }

    private static bool IsSame(string allowed, string value, bool isText) =>
        allowed.Equals(value, StringComparison.Ordinal)
        || (!isText && (Amount(allowed) is not { } amount || Amount(value) == amount));

    private static string? LengthProblem(JsonValue option, string value)
    {
        var (low, high) = (Number(option["minLength"]?.Text), Number(option["maxLength"]?.Text));
        var length = Characters(value);
        return length < low ? $"it must have at least {low} characters"
            : length > high ? $"it must have at most {high} characters"
            : null;
    }

    /// <summary>The compiler's runtime may know less of patterns than the service's; then the value is right.</summary>
    private static string? PatternProblem(JsonValue option, string value)
    {
        if (option.TextOf("pattern") is not { } pattern)
        {
            return null;
        }

        try
        {
            return Regex.IsMatch(
                value,
                $@"^(?:{pattern})\z",
                RegexOptions.CultureInvariant,
                Patience
            )
                ? null
                : $"it must match {pattern}";
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static bool Matches(string value, string pattern) =>
        Regex.IsMatch(value, pattern, RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    private static string? Range(JsonValue option, string value)
    {
        var (minimum, maximum) = (option.TextOf("minimum"), option.TextOf("maximum"));
        if (
            Amount(value) is not { } amount
            || Amount(minimum) is not { } low
            || Amount(maximum) is not { } high
        )
        {
            return null;
        }

        var (aboveOnly, belowOnly) = (
            option.IsSet("minimumIsExclusive"),
            option.IsSet("maximumIsExclusive")
        );
        var holds =
            (aboveOnly ? amount > low : amount >= low)
            && (belowOnly ? amount < high : amount <= high);
        return holds ? null
            : aboveOnly || belowOnly
                ? $"it must be {(aboveOnly ? "above" : "at least")} {minimum} and {(belowOnly ? "below" : "at most")} {maximum}"
            : $"it must be from {minimum} to {maximum}";
    }

    /// <summary>A number, a duration of one unit in seconds, or a size in bytes; null for anything else.</summary>
    private static decimal? Amount(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (text.EndsWith("B", StringComparison.OrdinalIgnoreCase))
        {
            return ByteSizes.Read(text);
        }

        var digits = text.TrimEnd('n', 'u', 'm', 's', 'h', 'd');
        decimal? factor = text.Substring(digits.Length) switch
        {
            "" => 1,
            "ns" => 0.000000001m,
            "us" => 0.000001m,
            "ms" => 0.001m,
            "s" => 1,
            "m" => 60,
            "h" => 3600,
            "d" => 86400,
            _ => null,
        };
        return
            factor is not null
            && decimal.TryParse(
                digits,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var number
            )
            && Math.Abs(number) < 1_000_000_000_000_000m
            ? number * factor
            : null;
    }

    /// <summary>Counts as the service does: one for each code point.</summary>
    private static int Characters(string value)
    {
        var pairs = 0;
        for (var i = 1; i < value.Length; i++)
        {
            pairs += char.IsSurrogatePair(value[i - 1], value[i]) ? 1 : 0;
        }

        return value.Length - pairs;
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Infinities and what is no number are refused, as by the service.</summary>
    private static string? Number(string value, double largest) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) <= largest
            ? null
            : "it must be a number such as 0.5";

    private static string? Whole(string value, decimal low, decimal high) =>
        decimal.TryParse(
            value,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number >= low
        && number <= high
            ? null
            : string.Format(
                CultureInfo.InvariantCulture,
                "it must be a whole number from {0} to {1}",
                low,
                high
            );

    private static string? Names(JsonValue option, string value)
    {
        var names = option["values"]?.Elements.Select(e => e.Text).ToList() ?? [];
        var parts = option.IsSet("flags") ? value.Split(',').Select(p => p.Trim()) : [value];
        return parts.All(p => names.Contains(p, StringComparer.OrdinalIgnoreCase))
            ? null
            : $"it must be {(option.IsSet("flags") ? "some of" : "one of")} {string.Join(", ", names)}";
    }
}
