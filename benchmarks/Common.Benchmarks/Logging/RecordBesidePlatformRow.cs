using Common.Benchmarks.Runner;
using Common.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>
/// The same records as in <see cref="RecordRow"/>, measured by what is the same for everybody: the platform's call to a provider that
/// does nothing. The goals beside the limit were set where this call takes 28 ns and the limit <paramref name="limit"/>; here they are,
/// as so many of these calls, so that a limit that is written faster does not move them.
/// </summary>
/// <param name="format">The format of the records.</param>
/// <param name="limit">How many nanoseconds the hand-written record takes where a call takes 28.</param>
/// <param name="mostRatio">How many times as long ours may take.</param>
internal abstract class RecordBesidePlatformRow(LogFormat format, double limit, double mostRatio)
    : IRow,
        IDisposable
{
    private const double PlatformCall = 28;
    private const double MostForeignRatio = 3;

    private readonly ServiceProvider _services = LoggingPeers.Common(format);
    private readonly ServiceProvider _idle = LoggingPeers.Idle();

    public string Area => "Logging";

    public string Title =>
        $"one {(format == LogFormat.Json ? "JSON" : "text")} record, in calls of the platform";

    public IReadOnlyList<Contender> Prepare()
    {
        var ours = _services.GetRequiredService<ILogger<RecordRow>>();
        var idle = _idle.GetRequiredService<ILogger<RecordRow>>();
        return
        [
            Contender.Baseline(
                "the platform's call to a provider that does nothing",
                RecordRow.InContext(
                    idle,
                    static (logger, i) => logger.OrderCompleted(i, 3, 129.95m)
                )
            ),
            new(
                "Common",
                RecordRow.InContext(
                    ours,
                    static (logger, i) => logger.OrderCompleted(i, 3, 129.95m)
                )
            )
            {
                Goals = [Goal.Ratio(mostRatio * limit / PlatformCall)],
            },
            new(
                "Common, [LoggerMessage]",
                RecordRow.InContext(
                    ours,
                    static (logger, i) => logger.PlatformOrderCompleted(i, 3, 129.95m)
                )
            )
            {
                Goals = [Goal.Ratio(MostForeignRatio * limit / PlatformCall)],
            },
        ];
    }

    public void Dispose()
    {
        _services.Dispose();
        _idle.Dispose();
    }
}
