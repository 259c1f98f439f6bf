namespace Common.Benchmarks.Runner;

/// <summary>A row that is measured in a way of its own, such as by the longest of many waits, or by whole processes.</summary>
internal interface IMeasuredRow : IRow
{
    /// <summary>Measures the contenders in turns.</summary>
    IReadOnlyList<Result> Measure(Effort effort);
}
