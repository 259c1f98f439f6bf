using Common.Benchmarks.Runner;
using Common.Context;

namespace Common.Benchmarks.Context;

/// <summary>A fresh ID as UTF-8.</summary>
internal sealed class RequestIdNewRow : IRow
{
    private readonly byte[] _text = new byte[64];

    public string Area => "Context";

    public string Title => "a new request ID as UTF-8";

    public IReadOnlyList<Contender> Prepare() =>
        [
            Contender.Baseline(
                "Guid.NewGuid and format",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        "req-"u8.CopyTo(_text);
                        Guid.NewGuid().TryFormat(_text.AsSpan(4), out var n);
                        Sink.Keep(n);
                    }
                }
            ),
            new(
                "Common",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        RequestId.New().TryFormat(_text, out var n);
                        Sink.Keep(n);
                    }
                }
            )
            {
                Goals = [Goal.Ratio(1 / 15.0), Goal.Bytes(0)],
            },
        ];
}
