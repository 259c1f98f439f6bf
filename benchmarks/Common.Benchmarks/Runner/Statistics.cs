namespace Common.Benchmarks.Runner;

/// <summary>What is said about a series of turns.</summary>
internal static class Statistics
{
    /// <summary>The value in the middle, or the mean of the two there.</summary>
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>The half of the distance between the quartiles, as a part of the median.</summary>
    public static double Spread(IReadOnlyList<double> values) =>
        (Quantile(values, 0.75) - Quantile(values, 0.25))
        / 2
        / Math.Max(Median(values), double.Epsilon);

    private static double Quantile(IEnumerable<double> values, double part)
    {
        double[] sorted = [.. values.Order()];
        var at = part * (sorted.Length - 1);
        var (low, high) = (sorted[(int)Math.Floor(at)], sorted[(int)Math.Ceiling(at)]);
        return low + ((high - low) * (at - Math.Floor(at)));
    }
}
