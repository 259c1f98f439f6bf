using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Config;

/// <summary>A start beside the platform's generated binder, with the same sources.</summary>
internal sealed class LoadPeerRow : IRow, IDisposable
{
    private readonly Lazy<LoadAndBind> _work = new(() => new LoadAndBind());

    public string Area => "Config";

    public string Title => "load and bind 100 options, beside the peer";

    public IReadOnlyList<Contender> Prepare()
    {
        var work = _work.Value;
        work.ThrowIfDifferent();
        return
        [
            Contender.Baseline("platform, generated binder", Loop.Of(work.Platforms)),
            new("Common", Loop.Of(work.Ours)) { Goals = [Goal.Ratio(0.5)] },
        ];
    }

    public void Dispose()
    {
        if (_work.IsValueCreated)
        {
            _work.Value.Dispose();
        }
    }
}
