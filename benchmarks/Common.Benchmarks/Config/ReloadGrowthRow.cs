using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Config;

/// <summary>How the cost of a reload grows with the number of keys.</summary>
internal sealed class ReloadGrowthRow : IRow, IDisposable
{
    private OurService<ThousandOptions>? _thousand;
    private OurService<TwoThousandOptions>? _twoThousand;

    public string Area => "Config";

    public string Title => "reload 2,000 keys instead of 1,000";

    public IReadOnlyList<Contender> Prepare()
    {
        var thousand = _thousand = new OurService<ThousandOptions>("Thousand", groups: 10);
        var two = _twoThousand = new OurService<TwoThousandOptions>("TwoThousand", groups: 20);
        if (thousand.Reload().G9.S9.Depth != 7 || two.Reload().G19.S9.Depth != 7)
        {
            throw new InvalidOperationException("The last option was not read.");
        }

        return
        [
            Contender.Baseline("Common, 1,000 keys", Loop.Of(thousand.Reload)),
            new("Common, 2,000 keys", Loop.Of(two.Reload)) { Goals = [Goal.Ratio(2.3)] },
        ];
    }

    public void Dispose()
    {
        _thousand?.Dispose();
        _twoThousand?.Dispose();
    }
}
