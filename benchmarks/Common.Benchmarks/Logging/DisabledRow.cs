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
            Contender.Baseline(
                "[LoggerMessage], MEL's provider",
                count =>
                {
                    using var context = LoggingPeers.Context.Enter();
                    for (var i = 0; i < count; i++)
                        platform.PlatformOrderSeen(i, 3, 129.95m);
                }
            ),
            new(
                "declared, MEL's provider",
                count =>
                {
                    using var context = LoggingPeers.Context.Enter();
                    for (var i = 0; i < count; i++)
                        platform.OrderSeen(i, 3, 129.95m);
                }
            )
            {
                Goals = [Goal.Ratio(1.1), Goal.Bytes(0)],
            },
            new(
                "declared, Common",
                count =>
                {
                    using var context = LoggingPeers.Context.Enter();
                    for (var i = 0; i < count; i++)
                        ours.OrderSeen(i, 3, 129.95m);
                }
            )
            {
                Goals = [Goal.Bytes(0)],
            },
            new(
                "[LoggerMessage], Common",
                count =>
                {
                    using var context = LoggingPeers.Context.Enter();
                    for (var i = 0; i < count; i++)
                        ours.PlatformOrderSeen(i, 3, 129.95m);
                }
            ),
        ];
    }

    public void Dispose()
    {
        _ours.Dispose();
        _platform.Dispose();
    }
}
