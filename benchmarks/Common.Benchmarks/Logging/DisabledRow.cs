using Common.Benchmarks.Runner;
using Common.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>A call whose level is not enabled, within a request's context.</summary>
internal sealed class DisabledRow : IRow, IDisposable
{
    private readonly ServiceProvider _ours = LoggingPeers.Common(LogFormat.Json);
    private readonly ServiceProvider _platform = LoggingPeers.Platform(isJson: true);

    public string Area => "Logging";

    public string Title => "a call at a disabled level";

    public IReadOnlyList<Contender> Prepare()
    {
        var ours = _ours.GetRequiredService<ILogger<DisabledRow>>();
        var platform = _platform.GetRequiredService<ILogger<DisabledRow>>();
        return
        [
            Contender.Baseline("[LoggerMessage]", InContext(platform, isDeclared: false)),
            new("declared", InContext(platform, isDeclared: true))
            {
                Goals = [Goal.Ratio(1.05), Goal.Bytes(0)],
            },
            new("[LoggerMessage], Common's provider", InContext(ours, isDeclared: false)),
            new("declared, Common's provider", InContext(ours, isDeclared: true))
            {
                Goals = [Goal.Bytes(0)],
            },
        ];
    }

    public void Dispose()
    {
        _ours.Dispose();
        _platform.Dispose();
    }

    private static Action<int> InContext(ILogger logger, bool isDeclared) =>
        isDeclared
            ? count =>
            {
                using var context = LoggingPeers.Context.Enter();
                for (var i = 0; i < count; i++)
                    logger.OrderSeen(i, 3, 129.95m);
            }
            : count =>
            {
                using var context = LoggingPeers.Context.Enter();
                for (var i = 0; i < count; i++)
                    logger.PlatformOrderSeen(i, 3, 129.95m);
            };
}
