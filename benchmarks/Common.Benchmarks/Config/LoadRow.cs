using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Config;

/// <summary>A start beside the least that reading the file can cost.</summary>
internal sealed class LoadRow : IRow, IDisposable
{
    private readonly Lazy<LoadAndBind> _work = new(() => new LoadAndBind());

    public string Area => "Config";

    public string Title => "load and bind 100 options, beside the file";

    public IReadOnlyList<Contender> Prepare()
    {
        var work = _work.Value;
        work.ThrowIfDifferent();
        return
        [
            Contender.Baseline("hand-written (JSON alone)", Loop.Of(work.ByHand)),
            new("Common (JSON, environment, arguments)", Loop.Of(work.Ours))
            {
                Goals = [Goal.Ratio(3)],
            },
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
