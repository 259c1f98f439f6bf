using Common.Context;

namespace Common.Logging.Tests;

/// <summary>Context and scopes change from one record to the next, on one thread and across threads.</summary>
public sealed class FlowTests
{
    [Fact]
    public void Context_and_scopes_are_those_of_the_moment()
    {
        using var log = new TestLog();
        log.Logger.OrderCompleted(0, 1, 1m);
        using (new RequestContext { User = "alice" }.Enter())
        {
            log.Logger.OrderCompleted(1, 1, 1m);
            using (new RequestContext { User = "bob" }.Enter())
            {
                log.Logger.OrderCompleted(2, 1, 1m);
            }

            log.Logger.OrderCompleted(3, 1, 1m);
            using (log.Logger.BeginScope(new Dictionary<string, object?> { ["shift"] = "late" }))
            {
                log.Logger.OrderCompleted(4, 1, 1m);
            }

            log.Logger.OrderCompleted(5, 1, 1m);
            using (RequestContext.EnterNone())
            {
                log.Logger.OrderCompleted(6, 1, 1m);
            }

            using (ExecutionContext.SuppressFlow())
            {
                log.Logger.OrderCompleted(7, 1, 1m);
            }
        }

        log.Logger.OrderCompleted(8, 1, 1m);

        var records = log.Records;
        Assert.Equal(
            [null, "alice", "bob", "alice", "alice", "alice", null, "alice", null],
            records.Select(record => record.User)
        );
        Assert.Equal(
            [4],
            records
                .Select((record, i) => record.Attributes.ContainsKey("shift") ? i : -1)
                .Where(i => i >= 0)
        );
    }

    [Fact]
    public async Task Contexts_of_flows_that_share_threads_do_not_mix()
    {
        const int flows = 16;
        using var log = new TestLog(time: TimeProvider.System);
        await Task.WhenAll(
            Enumerable
                .Range(0, flows)
                .Select(async flow =>
                {
                    var user = "user" + (char)('a' + flow);
                    using var context = new RequestContext { User = user }.Enter();
                    for (var i = 0; i < 500; i++)
                    {
                        log.Logger.OrderCompleted(flow, i, 1m);
                        await Task.Yield();
                    }
                })
        );

        Assert.All(
            log.Records,
            record =>
                Assert.Equal(
                    "user" + (char)('a' + (long)record.Attributes["order_id"]!),
                    record.User
                )
        );
    }
}
