using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Config;

/// <summary>A reload beside reading the file's bytes.</summary>
internal sealed class ReloadRow : IRow, IDisposable
{
    private BenchFile? _file;
    private OurService<ThousandOptions>? _ours;

    public string Area => "Config";

    public string Title => "reload 1,000 keys, one changed, beside the file";

    public IReadOnlyList<Contender> Prepare()
    {
        var file = _file = new BenchFile("Thousand", groups: 10);
        var ours = _ours = new OurService<ThousandOptions>("Thousand", groups: 10);
        if (ours.Reload().G0.S0.PoolSize != ours.First)
        {
            throw new InvalidOperationException("The change was not seen.");
        }

        return
        [
            Contender.Baseline(
                "File.ReadAllBytes",
                Loop.Of(() =>
                {
                    file.Change();
                    return File.ReadAllBytes(file.File);
                })
            ),
            new("Common", Loop.Of(ours.Reload)) { Goals = [Goal.Ratio(10)] },
        ];
    }

    public void Dispose()
    {
        _file?.Dispose();
        _ours?.Dispose();
    }
}
