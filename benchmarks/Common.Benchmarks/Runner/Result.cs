namespace Common.Benchmarks.Runner;

/// <summary>What was measured of one contender.</summary>
/// <param name="Contender">The contender.</param>
/// <param name="Nanoseconds">The median time of one operation.</param>
/// <param name="Ratio">The median of its times divided by the baseline's time of the same turn.</param>
/// <param name="Spread">The half of the distance between the quartiles, as a part of the median.</param>
/// <param name="Bytes">The bytes that the measuring thread allocated for one operation: the median of the turns.</param>
internal sealed record Result(
    Contender Contender,
    double Nanoseconds,
    double Ratio,
    double Spread,
    double Bytes
)
{
    /// <summary>How many more bytes that are than the baseline's; zero where that is not compared.</summary>
    public double MoreBytes { get; init; }
}
