using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Logging;

/// <summary>
/// What a second processor of the machine adds: hand-written records of threads that share nothing, neither lock nor buffer nor file.
/// Two whole processors take 0.5x of the time of one; two that are threads of one core take up to 1x.
/// </summary>
internal sealed class ProcessorsRow : IRow
{
    public string Area => "Logging";

    public string Title => "as many records of threads that share nothing";

    public TimeSource Time => TimeSource.Wall;

    public bool AsRate => true;

    public int LeastOperations => 10_000;

    public IReadOnlyList<Contender> Prepare()
    {
        var first = RecordRow.NewLimit(isJson: true);
        var second = RecordRow.NewLimit(isJson: true);
        return
        [
            Contender.Baseline("1 thread", count => Write(first, count)),
            new(
                "2 threads",
                count =>
                {
                    var other = new Thread(() => Write(second, count / 2));
                    other.Start();
                    Write(first, count - (count / 2));
                    other.Join();
                }
            ),
        ];
    }

    private static void Write(HandWrittenRecord record, int count)
    {
        for (var i = 0; i < count; i++)
            record.WriteAlone(42 + (i & 31), 3, 129.95m);
    }
}
