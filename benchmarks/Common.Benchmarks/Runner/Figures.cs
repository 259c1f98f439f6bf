using System.Globalization;

namespace Common.Benchmarks.Runner;

/// <summary>Writes figures with three digits that matter and a unit that fits.</summary>
internal static class Figures
{
    /// <summary>A result's time, or its rate if that is how its row is printed.</summary>
    public static string Of(IRow row, Result result) =>
        row.AsRate ? Rate(1e9 / result.Nanoseconds) : Time(result.Nanoseconds);

    /// <summary>A part of one, in whole per cent.</summary>
    public static string Percent(double part) => part.ToString("0%", CultureInfo.InvariantCulture);

    /// <summary>A time, given in nanoseconds.</summary>
    public static string Time(double nanoseconds) =>
        nanoseconds switch
        {
            < 1e3 => Digits(nanoseconds) + " ns",
            < 1e6 => Digits(nanoseconds / 1e3) + " us",
            < 1e9 => Digits(nanoseconds / 1e6) + " ms",
            _ => Digits(nanoseconds / 1e9) + " s",
        };

    /// <summary>Operations in a second.</summary>
    public static string Rate(double perSecond) =>
        perSecond switch
        {
            < 1e3 => Digits(perSecond) + "/s",
            < 1e6 => Digits(perSecond / 1e3) + " k/s",
            _ => Digits(perSecond / 1e6) + " M/s",
        };

    /// <summary>Bytes, whole.</summary>
    public static string Bytes(double bytes) =>
        bytes.ToString("#,0", CultureInfo.InvariantCulture) + " B";

    /// <summary>A ratio to the baseline.</summary>
    public static string Ratio(double ratio) => Digits(ratio) + "x";

    private static string Digits(double value) =>
        value.ToString(
            value < 9.995 ? "0.00"
                : value < 99.95 ? "0.0"
                : "#,0",
            CultureInfo.InvariantCulture
        );
}
