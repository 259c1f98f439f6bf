using Common.Benchmarks.Runner;
using Common.Context;

namespace Common.Benchmarks.Context;

/// <summary>Entering and leaving a context.</summary>
internal sealed class ContextEnterRow : IRow
{
    private static readonly AsyncLocal<object?> Local = new();

    public string Area => "Context";

    public string Title => "enter and leave a context";

    public IReadOnlyList<Contender> Prepare()
    {
        var context = new RequestContext();
        return
        [
            Contender.Baseline(
                "AsyncLocal, set and restore",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        var before = Local.Value;
                        Local.Value = context;
                        Local.Value = before;
                    }
                }
            ),
            new(
                "Common",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        using (context.Enter())
                        {
                            Sink.Keep(i);
                        }
                    }
                }
            )
            {
                Goals = [Goal.Ratio(1.5), Goal.Bytes(240)],
            },
        ];
    }
}
