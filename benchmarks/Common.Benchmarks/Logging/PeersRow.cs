using Common.Benchmarks.Runner;
using Common.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>Our record beside those of others: the same event and context, formatted, and nobody takes it.</summary>
internal abstract class PeersRow(LogFormat format, double leastRatio) : IRow, IDisposable
{
    private readonly List<IDisposable> _disposables = [];

    public string Area => "Logging";

    public string Title =>
        $"one {(format == LogFormat.Json ? "JSON" : "text")} record, beside others";

    public IReadOnlyList<Contender> Prepare()
    {
        var isJson = format == LogFormat.Json;
        var ours = Keep(LoggingPeers.Common(format)).GetRequiredService<ILogger<PeersRow>>();
        var platform = Keep(LoggingPeers.Platform(isJson)).GetRequiredService<ILogger<PeersRow>>();
        var nlog = new Logger<PeersRow>(Keep(LoggingPeers.NLog(isJson)));
        var serilog = new Logger<PeersRow>(Keep(LoggingPeers.Serilog(isJson)));
        Goal[] goals = [Goal.LeastRatio(leastRatio)];
        return
        [
            Contender.Baseline(
                "Common",
                RecordRow.InContext(
                    ours,
                    static (logger, i) => logger.OrderCompleted(i, 3, 129.95m)
                )
            ),
            new("MEL", InScope(platform, hasTemplate: !isJson)) { Goals = goals },
            new("NLog", InScope(nlog)) { Goals = goals },
            new("Serilog", InScope(serilog)) { Goals = goals },
        ];
    }

    public void Dispose() => _disposables.ForEach(disposable => disposable.Dispose());

    /// <summary>Runs in a scope with the same values, as others know it.</summary>
    private static Action<int> InScope(ILogger logger, bool hasTemplate = false) =>
        count =>
        {
            using var scope = LoggingPeers.EnterScope(logger, hasTemplate);
            for (var i = 0; i < count; i++)
                logger.PlatformOrderCompleted(42 + (i & 31), 3, 129.95m);
        };

    private T Keep<T>(T disposable)
        where T : IDisposable
    {
        _disposables.Add(disposable);
        return disposable;
    }
}
