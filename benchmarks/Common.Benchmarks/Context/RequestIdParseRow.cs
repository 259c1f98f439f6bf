using System.Text;
using Common.Benchmarks.Runner;
using Common.Context;

namespace Common.Benchmarks.Context;

/// <summary>An inbound ID, checked and read.</summary>
internal sealed class RequestIdParseRow : IRow
{
    private const string Text = "550e8400-e29b-41d4-a716-446655440000";

    public string Area => "Context";

    public string Title => "validate a request ID";

    public IReadOnlyList<Contender> Prepare()
    {
        var utf8 = Encoding.UTF8.GetBytes(Text);
        return
        [
            Contender.Baseline(
                "Guid.TryParseExact",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        Sink.Keep(Guid.TryParseExact(Text, "D", out var id) ? id : default);
                    }
                }
            ),
            new(
                "Common, UTF-8",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        Sink.Keep(RequestId.TryParse(utf8, out var id) ? id : default);
                    }
                }
            )
            {
                Goals = [Goal.Ratio(0.2), Goal.Bytes(0)],
            },
            new(
                "Common, characters",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        Sink.Keep(RequestId.TryParse(Text, out var id) ? id : default);
                    }
                }
            )
            {
                Goals = [Goal.Ratio(0.2), Goal.Bytes(0)],
            },
        ];
    }
}
