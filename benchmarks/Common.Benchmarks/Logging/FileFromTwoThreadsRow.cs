using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Logging;

/// <summary>Records of two threads at once to one file.</summary>
internal sealed class FileFromTwoThreadsRow : FileRow
{
    public override string Title => "JSON records to a file, all flushed, 2 threads";

    public override IReadOnlyList<Contender> Prepare() =>
        [
            Contender.Baseline("Common, 1 thread", Common(threads: 1)),
            new("Common, 2 threads", Common(threads: 2)) { Goals = [Goal.Ratio(1)] },
            new("hand-written, 1 thread", HandWritten(threads: 1)),
            new("hand-written, one buffer, 2 threads", HandWritten(threads: 2)),
            new("NLog, 2 threads", NLog(threads: 2)),
            new("Serilog, 2 threads", Serilog(threads: 2)),
        ];
}
