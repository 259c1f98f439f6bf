using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Logging;

/// <summary>Records of one thread to a file, by the processor time of all threads, which neighbours on the machine disturb least.</summary>
internal sealed class FileByProcessorTimeRow : FileRow
{
    public override string Title => "JSON records to a file, 1 thread, by processor time";

    public override TimeSource Time => TimeSource.ProcessCpu;

    public override IReadOnlyList<Contender> Prepare() =>
        [
            Contender.Baseline("hand-written", HandWritten(threads: 1)),
            new("Common", Common(threads: 1)) { Goals = [Goal.Ratio(1 / 0.9)] },
            new("MEL", Platform(threads: 1)),
            new("NLog", NLog(threads: 1)),
            new("Serilog", Serilog(threads: 1)),
        ];
}
