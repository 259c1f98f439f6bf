using System.Runtime.CompilerServices;
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
                    ReadLocal(count);
                    Local.Value = null;
                }
            ),
            new(
                "Common",
                count =>
                {
                    using (new RequestContext().Enter())
                    {
                        ReadContext(count);
                    }
                }
            )
            {
                Goals = [Goal.Ratio(1.3), Goal.Bytes(0)],
            },
        ];

    // Methods of their own: beside the writing, the compiler would keep the thread's storage at hand for all reads of the loop.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadLocal(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Sink.Keep(Local.Value);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadContext(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Sink.Keep(RequestContext.Current);
        }
    }
}
