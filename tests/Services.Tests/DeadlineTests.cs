using System.Globalization;
using Common.Abstractions;
using Common.Logging;

namespace Services.Tests;

/// <summary>A deadline of the caller: three services, two hops.</summary>
public sealed class DeadlineTests(Chain chain)
{
    // What each service spends before it asks the next one, less what a timer may come too early.
    private const double Spent = 90;

    [Fact]
    public async Task A_deadline_shrinks_from_hop_to_hop_and_ends_the_work_of_all()
    {
        var answer = await chain.First.SendAsync("POST /work", "X-Deadline: 3000");

        Assert.Equal(504, answer.Status);
        Assert.Equal(
            (ErrorKind.DeadlineExceeded, "deadline.exceeded"),
            (answer.Problem.Kind, answer.Problem.Code)
        );

        var first = await chain.First.RecordsOfAsync(answer.GlobalRequestId);
        var second = await chain.Second.RecordsOfAsync(answer.GlobalRequestId);
        var third = await chain.Third.RecordsOfAsync(answer.GlobalRequestId);
        Assert.InRange(Remaining(first), 1_000, 3_000);
        Assert.InRange(Remaining(second), 1, Remaining(first) - Spent);
        Assert.InRange(Remaining(third), 1, Remaining(second) - Spent);
        AssertTimeUp(first);

        // Those behind end by their own deadline or because whoever asked them has gone, whichever they notice first.
        AssertStopped(second);
        AssertStopped(third);
        Assert.Contains(third, r => r.EventName == "work.step"); // there was work to stop
    }

    [Fact]
    public async Task A_deadline_of_the_last_service_comes_back_through_both_hops()
    {
        var answer = await chain.First.SendAsync("POST /work", "X-Deadline: 60000");

        Assert.Equal(504, answer.Status);
        Assert.Equal("deadline.exceeded", answer.Problem.Code);
        foreach (var service in new[] { chain.First, chain.Second, chain.Third })
        {
            AssertTimeUp(await service.RecordsOfAsync(answer.GlobalRequestId));
        }
    }

    private static void AssertTimeUp(IReadOnlyList<LogRecord> records)
    {
        var end = AssertStopped(records);
        Assert.Equal(("http.failed", "ERROR"), (end.EventName, end.SeverityText));
        Assert.Equal("deadline.exceeded", end.Attributes["code"]);
    }

    // One request, one end, and nothing after it.
    private static LogRecord AssertStopped(IReadOnlyList<LogRecord> records)
    {
        Assert.Single(records, r => r.EventName == "http.received");
        var end = Assert.Single(records, RelayService.IsEnd);
        Assert.Contains(end.Attributes["code"], new[] { "deadline.exceeded", "request.cancelled" });
        Assert.Same(end, records[^1]);
        return end;
    }

    private static double Remaining(IReadOnlyList<LogRecord> records) =>
        Convert.ToDouble(
            records.Single(r => r.EventName == "http.received").Attributes["remaining_ms"],
            CultureInfo.InvariantCulture
        );
}
