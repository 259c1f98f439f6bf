namespace Common.Benchmarks.Runner;

/// <summary>Prints what was measured.</summary>
internal interface IReport
{
    /// <summary>Says what is measured with.</summary>
    void Begin();

    /// <summary>Takes one row of the comparison. Rows of one area follow one another.</summary>
    void Write(IRow row, IReadOnlyList<Result> results);

    /// <summary>Sums up.</summary>
    /// <param name="ran">How many rows ran.</param>
    /// <param name="failed">How many did not.</param>
    void End(int ran, int failed);
}
