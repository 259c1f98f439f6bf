using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Config;

/// <summary>A reload beside the platform's.</summary>
internal sealed class ReloadPeerRow : IRow, IDisposable
{
    private OurService<ThousandOptions>? _ours;
    private PlatformService? _platform;

    public string Area => "Config";

    public string Title => "reload 1,000 keys, one changed, beside the peer";

    public IReadOnlyList<Contender> Prepare()
    {
        var ours = _ours = new OurService<ThousandOptions>("Thousand", groups: 10);
        var platform = _platform = new PlatformService();
        if (
            ours.Reload().Sum != platform.Reload().Sum
            || ours.Live.Current.G0.S0.PoolSize != ours.First
            || platform.Monitor.CurrentValue.G0.S0.PoolSize != platform.First
        )
        {
            throw new InvalidOperationException("The contenders do not read the same options.");
        }

        return
        [
            Contender.Baseline("Reload and IOptionsMonitor", Loop.Of(platform.Reload)),
            new("Common", Loop.Of(ours.Reload)) { Goals = [Goal.Ratio(1 / 7.0)] },
        ];
    }

    public void Dispose()
    {
        _ours?.Dispose();
        _platform?.Dispose();
    }
}
