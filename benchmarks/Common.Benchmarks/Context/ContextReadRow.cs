using Common.Benchmarks.Runner;
using Common.Context;

namespace Common.Benchmarks.Context;

/// <summary>Reading the current context.</summary>
internal sealed class ContextReadRow : IRow
{
    private static readonly AsyncLocal<object?> Local = new();

    public string Area => "Context";

    public string Title => "read the context";

    public IReadOnlyList<Contender> Prepare() =>
        [
            Contender.Baseline(
                "AsyncLocal",
                count =>
                {
                    Local.Value = this;
                    for (var i = 0; i < count; i++)
                    {
                        Sink.Keep(Local.Value);
                    }

                    Local.Value = null;
                }
            ),
            new(
                "Common",
                count =>
                {
                    using (new RequestContext().Enter())
                    {
                        for (var i = 0; i < count; i++)
                        {
                            Sink.Keep(RequestContext.Current);
                        }
                    }
                }
            )
            {
                Goals = [Goal.Ratio(1.3), Goal.Bytes(0)],
            },
        ];
}
