namespace Common.Benchmarks.Runner;

/// <summary>Judges figures by their goals, and counts.</summary>
internal sealed class Tally
{
    /// <summary>How many goals were met so far.</summary>
    public int Met { get; private set; }

    /// <summary>How many goals were missed so far.</summary>
    public int Missed { get; private set; }

    /// <summary>The goals of a result, each with whether it is met.</summary>
    public IReadOnlyList<(string Goal, bool IsMet)> Judge(Result result)
    {
        var judged = result.Contender.Goals.Select(g => (g.Text, g.IsMet(result))).ToList();
        Met += judged.Count(j => j.Item2);
        Missed += judged.Count(j => !j.Item2);
        return judged;
    }
}
