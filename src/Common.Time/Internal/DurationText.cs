using System.Globalization;
using System.Text;
using NodaTime;

namespace Common.Time.Internal;

/// <summary>Writes and reads durations of ISO 8601 (RFC 3339, appendix A) of weeks, days, hours, minutes and seconds; months and years have no fixed length.</summary>
internal static class DurationText
{
    private const long NanosecondsPerSecond = NodaConstants.NanosecondsPerSecond;

    public static string Format(Duration duration)
    {
        if (duration == Duration.Zero)
        {
            return "PT0S";
        }

        var text = new StringBuilder(duration < Duration.Zero ? "-PT" : "PT");
        var total = Int128.Abs(duration.ToInt128Nanoseconds());
        var (seconds, nanoseconds) = Int128.DivRem(total, NanosecondsPerSecond);
        var (minutes, second) = Int128.DivRem(seconds, 60);
        var (hours, minute) = Int128.DivRem(minutes, 60);
        var hasSeconds = second != 0 || nanoseconds != 0;
        Append(text, hours, 'H', hours != 0);
        Append(text, minute, 'M', minute != 0 || (hours != 0 && hasSeconds));
        if (hasSeconds)
        {
            text.Append(CultureInfo.InvariantCulture, $"{second}");
            if (nanoseconds != 0)
            {
                text.Append('.')
                    .Append(
                        ((long)nanoseconds)
                            .ToString("D9", CultureInfo.InvariantCulture)
                            .TrimEnd('0')
                    );
            }

            text.Append('S');
        }

        return text.ToString();
    }

    public static Duration Parse(ReadOnlySpan<char> text)
    {
        var rest = text;
        var isNegative = rest.StartsWith('-');
        rest = isNegative ? rest[1..] : rest;
        if (!rest.StartsWith('P') || rest.Length < 3)
        {
            throw Invalid(text.Length);
        }

        rest = rest[1..];
        Int128 total = 0;
        var units = "WD";
        var isTime = false;
        while (!rest.IsEmpty)
        {
            if (rest[0] == 'T' && !isTime && rest.Length > 1)
            {
                isTime = true;
                units = "HMS";
                rest = rest[1..];
                continue;
            }

            total += ReadPart(ref rest, ref units) ?? throw Invalid(text.Length);
        }

        try
        {
            return Duration.FromNanoseconds(isNegative ? -total : total);
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException)
        {
            throw Invalid(text.Length);
        }
    }

    private static void Append(StringBuilder text, Int128 value, char unit, bool isWritten)
    {
        if (isWritten)
        {
            text.Append(CultureInfo.InvariantCulture, $"{value}{unit}");
        }
    }

    /// <summary>Reads digits, for seconds with decimals, and a unit that may still come.</summary>
    private static Int128? ReadPart(ref ReadOnlySpan<char> rest, ref string units)
    {
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        if (
            digits is <= 0 or > 15
            || !long.TryParse(
                rest[..digits],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var whole
            )
        )
        {
            return null;
        }

        rest = rest[digits..];
        long fraction = 0;
        if (rest[0] == '.')
        {
            var decimals = rest[1..].IndexOfAnyExceptInRange('0', '9');
            if (decimals is <= 0 or > 9 || rest[1 + decimals] != 'S')
            {
                return null;
            }

            fraction = long.Parse(
                rest.Slice(1, decimals).ToString().PadRight(9, '0'),
                CultureInfo.InvariantCulture
            );
            rest = rest[(1 + decimals)..];
        }

        var unit = units.IndexOf(rest[0], StringComparison.Ordinal);
        if (unit < 0)
        {
            return null;
        }

        var size = units[unit] switch
        {
            'W' => 7 * 86_400,
            'D' => 86_400,
            'H' => 3_600,
            'M' => 60,
            _ => 1,
        };
        var isWeeks = units[unit] == 'W';
        units = units[(unit + 1)..];
        rest = rest[1..];
        if (isWeeks && !rest.IsEmpty)
        {
            return null; // weeks stand alone
        }

        return ((Int128)whole * size * NanosecondsPerSecond) + fraction;
    }

    private static FormatException Invalid(int length) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"A text of length {length} is not a duration of RFC 3339, appendix A; it must be such as PT1H30M or P2DT0.5S, without months and years."
            )
        );
}
