namespace Common.Benchmarks.Runner;

/// <summary>Prints each row as it is measured, grouped by area, for whoever waits for it.</summary>
/// <param name="output">Where to.</param>
internal sealed class TextReport(TextWriter output) : IReport
{
    private readonly Tally _tally = new();
    private string? _area;

    /// <inheritdoc/>
    public void Begin() => output.WriteLine(Machine.Describe());

    /// <inheritdoc/>
    public void Write(IRow row, IReadOnlyList<Result> results)
    {
        if (_area != row.Area)
        {
            output.WriteLine($"\n{row.Area}");
            _area = row.Area;
        }

        var time = row.AsRate ? "median rate" : "median";
        output.WriteLine(
            $"  {row.Title, -46}{time, 12}{"+-", 6}{"ratio", 9}{"allocated", 11}  goal"
        );
        foreach (var result in results)
            Write(row, result);
        output.Flush();
    }

    /// <inheritdoc/>
    public void End(int ran, int failed) =>
        output.WriteLine(
            $"\n{ran} rows ran, {failed} failed; {_tally.Met} goals met, {_tally.Missed} missed."
        );

    private void Write(IRow row, Result result)
    {
        var goals = string.Join(
            ", ",
            _tally.Judge(result).Select(g => $"{g.Goal} {(g.IsMet ? "met" : "MISSED")}")
        );
        output.WriteLine(
            $"    {result.Contender.Name, -44}{Figures.Of(row, result), 12}{Figures.Percent(result.Spread), 6}{Figures.Ratio(result.Ratio), 9}{Figures.Bytes(result.Bytes), 11}  {goals}".TrimEnd()
        );
    }
}
