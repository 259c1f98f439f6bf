using System.Globalization;

namespace Common.Benchmarks.Runner;

/// <summary>A figure to reach, and how to see from a result whether it is.</summary>
internal sealed class Goal
{
    private readonly Func<Result, bool> _isMet;

    private Goal(string text, Func<Result, bool> isMet)
    {
        Text = text;
        _isMet = isMet;
    }

    /// <summary>The goal as the table shows it.</summary>
    public string Text { get; }

    /// <summary>At most so many times the baseline's time.</summary>
    public static Goal Ratio(double most) =>
        new(Invariant($"<= {most:0.##}x"), r => r.Ratio <= most);

    /// <summary>At least so many times the baseline's time: what the baseline is to beat.</summary>
    public static Goal LeastRatio(double least) =>
        new(Invariant($">= {least:0.##}x"), r => r.Ratio >= least);

    /// <summary>At most so many times the best peer's time, where ratios are to that.</summary>
    public static Goal OfBest(double most) =>
        new(Invariant($"<= {most:0.##}x of the best peer"), r => r.Ratio <= most);

    /// <summary>At most so many nanoseconds for an operation.</summary>
    public static Goal Nanoseconds(double most) =>
        new($"<= {Figures.Time(most)}", r => r.Nanoseconds <= most);

    /// <summary>At least so many operations in a second.</summary>
    public static Goal PerSecond(double least) =>
        new($">= {Figures.Rate(least)}", r => 1e9 / r.Nanoseconds >= least);

    /// <summary>At most so many bytes allocated by the measuring thread for an operation.</summary>
    public static Goal Bytes(double most) =>
        new($"<= {Figures.Bytes(most)}", r => r.Bytes <= most + 0.5);

    /// <summary>No more bytes than the baseline allocates.</summary>
    public static Goal NoMoreBytes { get; } = new("no more bytes", r => r.MoreBytes <= 0.5);

    /// <summary>Says whether the result reaches the goal.</summary>
    public bool IsMet(Result result) => _isMet(result);

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
