namespace Common.Benchmarks.Runner;

/// <summary>How long to measure.</summary>
/// <param name="Turns">How often each contender has its turn.</param>
/// <param name="TurnNanoseconds">How long one turn takes at least, once the number of operations is calibrated.</param>
/// <param name="WarmUpRounds">How many rounds of warm-up there are at most.</param>
internal sealed record Effort(int Turns, double TurnNanoseconds, int WarmUpRounds)
{
    /// <summary>For figures that are to be believed.</summary>
    public static Effort Full { get; } = new(Turns: 25, TurnNanoseconds: 8e6, WarmUpRounds: 20);

    /// <summary>Says only that every row still runs.</summary>
    public static Effort Smoke { get; } = new(Turns: 1, TurnNanoseconds: 2e5, WarmUpRounds: 0);
}
