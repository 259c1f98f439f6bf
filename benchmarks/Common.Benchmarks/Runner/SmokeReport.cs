namespace Common.Benchmarks.Runner;

/// <summary>Says of each row only that it still runs.</summary>
/// <param name="output">Where to.</param>
internal sealed class SmokeReport(TextWriter output) : IReport
{
    /// <inheritdoc/>
    public void Begin() => output.WriteLine(Machine.Describe());

    /// <inheritdoc/>
    public void Write(IRow row, IReadOnlyList<Result> results) =>
        output.WriteLine($"{row.Area}/{row.Title}: {results.Count} contenders ran");

    /// <inheritdoc/>
    public void End(int ran, int failed) => output.WriteLine($"\n{ran} rows ran, {failed} failed.");
}
