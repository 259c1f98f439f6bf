using System.Diagnostics;
using Common.Benchmarks.Runner;
using Common.Context;

namespace Common.Benchmarks.Context;

/// <summary>A trace context read from two headers and written to two.</summary>
internal sealed class PropagatorRow : IRow, IDisposable
{
    private readonly Activity _activity = new Activity("call").SetIdFormat(ActivityIdFormat.W3C);

    public string Area => "Context";

    public string Title => "W3C trace context, read and write";

    public IReadOnlyList<Contender> Prepare()
    {
        _activity.TraceStateString = "rojo=00f067aa0ba902b7";
        _activity.Start();
        return
        [
            Contender.Baseline(
                "the platform's",
                count => Pass(DistributedContextPropagator.CreateDefaultPropagator(), count)
            ),
            new("Common", count => Pass(W3CPropagator.Whole, count)) { Goals = [Goal.Ratio(1)] },
        ];
    }

    public void Dispose() => _activity.Dispose();

    private void Pass(DistributedContextPropagator propagator, int count)
    {
        for (var i = 0; i < count; i++)
        {
            propagator.ExtractTraceIdAndState(null, Get, out var id, out var state);
            Sink.Keep(id);
            Sink.Keep(state);
            propagator.Inject(_activity, null, Set);
        }
    }

    private static void Get(
        object? carrier,
        string name,
        out string? value,
        out IEnumerable<string>? values
    )
    {
        values = null;
        value = name switch
        {
            "traceparent" => "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "tracestate" => "rojo=00f067aa0ba902b7",
            _ => null,
        };
    }

    private static void Set(object? carrier, string name, string value) => Sink.Keep(value);
}
