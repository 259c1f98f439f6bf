namespace Common.Benchmarks.Runner;

/// <summary>Prints what was measured, grouped by area.</summary>
/// <param name="output">Where to.</param>
/// <param name="markdown">Whether as Markdown.</param>
internal sealed class Report(TextWriter output, bool markdown)
{
    private string? _area;

    /// <summary>How many goals were met so far.</summary>
    public int Met { get; private set; }

    /// <summary>How many goals were missed so far.</summary>
    public int Missed { get; private set; }

    /// <summary>Prints one row of the comparison, after the name of its area if it is the first there.</summary>
    public void Write(IRow row, IReadOnlyList<Result> results)
    {
        if (_area != row.Area)
        {
            output.WriteLine(markdown ? $"\n## {row.Area}" : $"\n{row.Area}");
            _area = row.Area;
        }
        var time = row.AsRate ? "median rate" : "median";
        if (markdown)
            output.WriteLine(
                $"\n| {row.Title} | {time} | ± | ratio | allocated | goal |\n|---|--:|--:|--:|--:|---|"
            );
        else
            output.WriteLine(
                $"  {row.Title, -46}{time, 12}{"+-", 6}{"ratio", 9}{"allocated", 11}  goal"
            );
        foreach (var result in results)
            Write(row, result);
        output.Flush();
    }

    private void Write(IRow row, Result result)
    {
        var figure = row.AsRate
            ? Figures.Rate(1e9 / result.Nanoseconds)
            : Figures.Time(result.Nanoseconds);
        var spread = FormattableString.Invariant($"{result.Spread * 100:0}%");
        var (name, ratio, bytes) = (
            result.Contender.Name,
            Figures.Ratio(result.Ratio),
            Figures.Bytes(result.Bytes)
        );
        var goals = string.Join(", ", result.Contender.Goals.Select(g => Judge(g, result)));
        output.WriteLine(
            markdown
                ? $"| {name} | {figure} | {spread} | {ratio} | {bytes} | {goals} |"
                : $"    {name, -44}{figure, 12}{spread, 6}{ratio, 9}{bytes, 11}  {goals}".TrimEnd()
        );
    }

    private string Judge(Goal goal, Result result)
    {
        var met = goal.IsMet(result);
        Met += met ? 1 : 0;
        Missed += met ? 0 : 1;
        return $"{goal.Text} {(met ? "met" : "MISSED")}";
    }
}
