using Common.Benchmarks.Runner;
using Common.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>One record with three values and a context, through the platform's factory, formatted into the buffer.</summary>
internal abstract class RecordRow(LogFormat format, double mostRatio) : IRow, IDisposable
{
    private readonly ServiceProvider _services = LoggingPeers.Common(format);
    private readonly ServiceProvider _idle = LoggingPeers.Idle();

    public string Area => "Logging";

    public string Title =>
        $"one {(format == LogFormat.Json ? "JSON" : "text")} record, 3 values + context, formatted";

    private bool IsJson => format == LogFormat.Json;

    public IReadOnlyList<Contender> Prepare()
    {
        var limit = NewLimit(IsJson);
        var alone = NewLimit(IsJson);
        var ours = _services.GetRequiredService<ILogger<RecordRow>>();
        var idle = _idle.GetRequiredService<ILogger<RecordRow>>();
        SameLine.Check(format, limit);
        return
        [
            Contender.Baseline(
                "hand-written",
                count =>
                {
                    using var context = LoggingPeers.Context.Enter();
                    for (var i = 0; i < count; i++)
                        limit.Write(42 + (i & 31), 3, 129.95m);
                }
            ),
            new(
                "the same, for one thread and one request only",
                count =>
                {
                    for (var i = 0; i < count; i++)
                        alone.WriteAlone(42 + (i & 31), 3, 129.95m);
                }
            ),
            new(
                "the platform's call to a provider that does nothing",
                InContext(idle, static (logger, i) => logger.OrderCompleted(i, 3, 129.95m))
            ),
            new(
                "Common",
                InContext(ours, static (logger, i) => logger.OrderCompleted(i, 3, 129.95m))
            )
            {
                Goals = [Goal.Ratio(mostRatio), Goal.Bytes(0)],
            },
            new(
                "Common, [LoggerMessage]",
                InContext(ours, static (logger, i) => logger.PlatformOrderCompleted(i, 3, 129.95m))
            )
            {
                Goals = [Goal.Ratio(3)],
            },
        ];
    }

    public void Dispose()
    {
        _services.Dispose();
        _idle.Dispose();
    }

    internal static HandWrittenRecord NewLimit(bool isJson, HandWrittenRecord.Taker? full = null) =>
        isJson
            ? new HandWrittenRecord(
                "{\"timestamp\":\"",
                "Z\",\"severity_text\":\"INFO\",\"severity_number\":9,\"schema\":1,\"resource\":{\"service\":\"orders\",\"version\":\"2.3.0\",\"instance\":\"a7f3\",\"host\":\"node-4\",\"environment\":\"prod\"},\"logger\":\"Common.Benchmarks.Logging.RecordRow\",\"event_name\":\"order.completed\",\"event_id\":1042,\"body\":\"Order completed\",\"request_id\":\"req-550e8400-e29b-41d4-a716-446655440000\",\"global_request_id\":\"req-0af76519-16cd-43dd-8448-eb211c80319c\",\"trace_id\":\"0af7651916cd43dd8448eb211c80319c\",\"span_id\":\"b7ad6b7169203331\",\"user\":\"alice\",\"tenant\":\"/acme/eu\",\"attributes\":{\"order_id\":",
                isJson: true,
                LoggingPeers.Context,
                full
            )
            : new HandWrittenRecord(
                "",
                "Z INFO  orders[a7f3] [req-550e8400-e29b-41d4-a716-446655440000 req-0af76519-16cd-43dd-8448-eb211c80319c alice /acme/eu] Common.Benchmarks.Logging.RecordRow order.completed: Order completed order_id=",
                isJson: false,
                LoggingPeers.Context,
                full
            );

    /// <summary>Runs in a request's context, as we know it.</summary>
    internal static Action<int> InContext(ILogger logger, Action<ILogger, int> log) =>
        count =>
        {
            using var context = LoggingPeers.Context.Enter();
            for (var i = 0; i < count; i++)
                log(logger, 42 + (i & 31));
        };
}
