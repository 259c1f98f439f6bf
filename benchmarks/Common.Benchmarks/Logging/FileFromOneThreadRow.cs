using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Logging;

/// <summary>Records of one thread to a file.</summary>
internal sealed class FileFromOneThreadRow : FileRow
{
    public override string Title => "JSON records to a file, all flushed, 1 thread";

    public override IReadOnlyList<Contender> Prepare() =>
        [
            Contender.Baseline("hand-written", HandWritten(threads: 1)),
            new("Common", Common(threads: 1)) { Goals = [Goal.Ratio(1 / 0.9)] },
            new("MEL", Platform(threads: 1)),
            new("NLog", NLog(threads: 1)),
            new("Serilog", Serilog(threads: 1)),
        ];
}
