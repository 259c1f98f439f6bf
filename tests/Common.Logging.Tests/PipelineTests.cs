using System.Diagnostics.Metrics;

namespace Common.Logging.Tests;

public sealed class PipelineTests
{
    [Fact]
    public async Task Records_of_a_thread_and_of_an_async_flow_keep_their_order()
    {
        const int flows = 8;
        const int records = 2_000;
        using var log = new TestLog(time: TimeProvider.System);
        await Task.WhenAll(
            Enumerable
                .Range(0, flows)
                .Select(async flow =>
                {
                    for (var i = 0; i < records; i++)
                    {
                        log.Logger.OrderCompleted(flow, i, 1m);
                        if (i % 16 == 0)
                        {
                            await Task.Yield();
                        }
                    }
                })
        );

        var read = log.Records;
        Assert.Equal(flows * records, read.Count);
        Assert.All(
            read.GroupBy(record => record.Attributes["order_id"]),
            flow =>
                Assert.Equal(
                    Enumerable.Range(0, records).Select(i => (long)i),
                    flow.Select(record => (long)record.Attributes["items"]!)
                )
        );
        Assert.True(
            read.Zip(read.Skip(1)).All(pair => pair.First.Timestamp <= pair.Second.Timestamp)
        );
    }

    [Fact]
    public void Stuck_sink_makes_calls_wait_no_longer_than_the_stall_then_drops_and_says_so()
    {
        var options = new LoggingOptions
        {
            Format = LogFormat.Json,
            BufferBytes = LoggingOptions.LeastBufferBytes,
            MaxLineBytes = LoggingOptions.LeastLineBytes,
            StallLimit = NodaTime.Duration.FromMilliseconds(50),
        };
        using var log = new TestLog(options: options, time: TimeProvider.System);
        log.Sink.Block();
        for (var i = 0; i < 5_000; i++)
        {
            log.Logger.OrderCompleted(i, 1, 1m);
        }

        Assert.True(log.Provider.Pipeline.DroppedRecords > 0);
        log.Logger.UserRemoved("bob");
        log.Sink.Unblock();

        Assert.True(
            SpinWait.SpinUntil(
                () => log.Text.Contains("log.records_dropped", StringComparison.Ordinal),
                TimeSpan.FromSeconds(30)
            )
        );
        var records = log.Records;
        var told = Assert.Single(records, record => record.EventName == "log.records_dropped");
        var dropped = (long)told.Attributes["count"]!;
        Assert.Equal("WARN", told.SeverityText);
        Assert.Equal(5_000, records.Count(r => r.EventName == "order.completed") + dropped);
        Assert.Contains(records, record => record.EventName == "user.removed");
    }

    [Fact]
    public void Buffer_that_is_full_drops_at_once_by_choice()
    {
        var options = new LoggingOptions
        {
            BufferBytes = LoggingOptions.LeastBufferBytes,
            WhenFull = WhenFull.Drop,
            StallLimit = NodaTime.Duration.FromHours(1),
        };
        using var log = new TestLog(options: options, time: TimeProvider.System);
        log.Sink.Block();
        for (var i = 0; i < 20_000; i++)
        {
            log.Logger.OrderCompleted(i, 1, 1m);
        }

        log.Sink.Unblock();
        Assert.True(log.Provider.Pipeline.DroppedRecords > 0);
    }

    [Fact]
    public void Failing_sink_is_tried_again_and_nothing_is_lost()
    {
        using var log = new TestLog();
        log.Sink.Fails = true;
        log.Logger.OrderCompleted(1, 1, 1m);
        Assert.False(log.Provider.Flush(TimeSpan.FromSeconds(30)));
        log.Logger.OrderCompleted(2, 1, 1m);
        log.Sink.Fails = false;

        Assert.Equal([1L, 2L], log.Records.Select(record => record.Attributes["order_id"]));
        Assert.True(log.Provider.Pipeline.SinkFailures > 0);
    }

    [Fact]
    public void Error_is_with_the_sink_when_the_call_returns()
    {
        using var log = new TestLog(time: TimeProvider.System);
        log.Logger.OrderFailed(new InvalidOperationException("no"), "late");

        Assert.Contains("order.failed", log.Sink.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Dispose_writes_what_is_left()
    {
        var log = new TestLog(time: TimeProvider.System);
        for (var i = 0; i < 1_000; i++)
        {
            log.Logger.OrderCompleted(i, 1, 1m);
        }

        log.Dispose();
        Assert.Equal(1_000, log.Sink.Text.Count(c => c == '\n'));
        log.Logger.OrderCompleted(1, 1, 1m);
        log.Logger.OrderCompleted(2, 1, 1m);
        Assert.Equal(1_002, log.Sink.Text.Count(c => c == '\n')); // after the end each is written as it comes
    }

    [Fact]
    public void Meter_counts_records_by_severity()
    {
        using var log = new TestLog();
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        var meter = log.Provider.Meter;
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter == meter)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) =>
            {
                var severity = tags.IsEmpty ? "" : ":" + tags[0].Value;
                counts[instrument.Name + severity] = value;
            }
        );
        listener.Start();
        log.Logger.OrderCompleted(1, 1, 1m);
        log.Logger.CallRetried(1);
        log.Logger.TextSeen(new string('x', 100_000));
        listener.RecordObservableInstruments();

        Assert.Equal(2, counts["common.log.records:INFO"]);
        Assert.Equal(1, counts["common.log.records:WARN"]);
        Assert.Equal(0, counts["common.log.dropped"]);
        Assert.Equal(1, counts["common.log.truncated"]);
        Assert.Equal(0, counts["common.log.sink_failures"]);
    }

    [Fact]
    public void Journal_priorities_stand_before_each_line()
    {
        var options = new LoggingOptions { Format = LogFormat.Text, JournalPriorities = true };
        using var log = new TestLog(options: options);
        log.Logger.OrderCompleted(1, 1, 1m);
        log.Logger.OrderFailed(new InvalidOperationException("no"), null);

        var lines = log.Lines;
        Assert.StartsWith("<6>2026-", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("<3>2026-", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("<3>2026-", lines[2], StringComparison.Ordinal);
        Assert.Equal(2, log.Records.Count);
    }
}
