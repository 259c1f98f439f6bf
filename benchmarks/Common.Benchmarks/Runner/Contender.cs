namespace Common.Benchmarks.Runner;

/// <summary>One way of doing the work of a row.</summary>
/// <param name="name">How it is called in the table.</param>
/// <param name="run">Does the work as many times as it is told, in a loop of its own, so that no call is measured with it.</param>
internal sealed class Contender(string name, Action<int> run)
{
    /// <summary>How it is called in the table.</summary>
    public string Name { get; } = name;

    /// <summary>Does the work as many times as it is told.</summary>
    public Action<int> Run { get; } = run;

    /// <summary>Whether the others' ratios are to this one. At most one contender of a row; else the first is it.</summary>
    public bool IsBaseline { get; init; }

    /// <summary>What the figures are meant to reach. Contenders shown for comparison only have none.</summary>
    public IReadOnlyList<Goal> Goals { get; init; } = [];

    /// <summary>The way that the others are compared with, usually the hand-written limit.</summary>
    public static Contender Baseline(string name, Action<int> run) =>
        new(name, run) { IsBaseline = true };
}
