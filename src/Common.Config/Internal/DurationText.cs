using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using NodaTime;

namespace Common.Config.Internal;

/// <summary>Reads durations: <c>250ms</c>, <c>30s</c>, <c>5m</c>, <c>1h</c>, <c>1d</c>, <c>[d.]hh:mm:ss[.f]</c> and ISO 8601.</summary>
/// <remarks>A bare number is refused, since nothing says its unit. A year and a month have no fixed length and are refused too.</remarks>
internal static partial class DurationText
{
    public const string Rule =
        "it must be a duration such as 250ms, 30s, 5m, 1h, 1d, 00:00:30 or PT30S";

    private const decimal NanosecondsInASecond = 1_000_000_000m;

    public static bool TryParse(string text, out Duration value)
    {
        if (TryParse(text, out decimal nanoseconds) && InRange(nanoseconds))
        {
            value = Duration.FromNanoseconds(new BigInteger(nanoseconds));
            return true;
        }

        value = default;
        return false;
    }

    public static bool TryParse(string text, out TimeSpan value)
    {
        var valid = TryParse(text, out decimal nanoseconds);
        var ticks = nanoseconds / 100;
        valid =
            valid
            && ticks >= long.MinValue
            && ticks <= long.MaxValue
            && decimal.Truncate(ticks) == ticks;
        value = valid ? TimeSpan.FromTicks((long)ticks) : default;
        return valid;
    }

    private static bool InRange(decimal nanoseconds) =>
        decimal.Truncate(nanoseconds) == nanoseconds
        && nanoseconds >= (decimal)Duration.MinValue.ToBigIntegerNanoseconds()
        && nanoseconds <= (decimal)Duration.MaxValue.ToBigIntegerNanoseconds();

    private static bool TryParse(string text, out decimal nanoseconds)
    {
        nanoseconds = 0;
        var match = Forms().Match(text);
        if (!match.Success)
        {
            return false;
        }

        try
        {
            var seconds =
                (Part(match, "w") * 604800)
                + (Part(match, "d") * 86400)
                + (Part(match, "h") * 3600)
                + (Part(match, "m") * 60)
                + Part(match, "s")
                + (Part(match, "ms") / 1000)
                + (Part(match, "us") / 1_000_000)
                + (Part(match, "ns") / NanosecondsInASecond);
            nanoseconds = seconds * NanosecondsInASecond * (match.Groups["minus"].Success ? -1 : 1);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static decimal Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group
            ? decimal.Parse(
                group.ValueSpan,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture
            )
            : 0;

    [GeneratedRegex(
        """
            ^(?<minus>-)?(?:
              (?<ns>\d{1,20}(\.\d{1,9})?)ns
            | (?<us>\d{1,20}(\.\d{1,9})?)us
            | (?<ms>\d{1,20}(\.\d{1,9})?)ms
            | (?<s>\d{1,15}(\.\d{1,9})?)s
            | (?<m>\d{1,15}(\.\d{1,9})?)m
            | (?<h>\d{1,12}(\.\d{1,9})?)h
            | (?<d>\d{1,9}(\.\d{1,9})?)d
            | (?:(?<d>\d{1,9})\.)?(?<h>[01]\d|2[0-3]):(?<m>[0-5]\d):(?<s>[0-5]\d(\.\d{1,9})?)
            | P(?=.)(?:(?<w>\d{1,8})W)?(?:(?<d>\d{1,9})D)?
              (?:T(?=.)(?:(?<h>\d{1,12})H)?(?:(?<m>\d{1,15})M)?(?:(?<s>\d{1,15}(\.\d{1,9})?)S)?)?
            )\z
            """,
        RegexOptions.CultureInvariant
            | RegexOptions.IgnorePatternWhitespace
            | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Forms();
}
