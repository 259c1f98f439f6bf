using Common.Logging.Internal;

namespace Common.Logging.Tests;

/// <summary>What wakes the flusher, seen without its timer.</summary>
public sealed class FlushTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public void Buffer_that_is_half_full_is_flushed()
    {
        var options = new LoggingOptions { BufferBytes = LoggingOptions.LeastBufferBytes };
        using var sink = new MemorySink();
        using var provider = NewProvider(options, sink, flushMilliseconds: Timeout.Infinite);
        var logger = provider.CreateLogger("Orders.Checkout");

        // One stripe, half of what is left beside the part that is kept for putting records in order; half of that is 57,344 bytes.
        var line = WriteAndMeasure(logger, provider, sink);
        var half = 57_344 / line;
        for (var i = 0; i < half - 2; i++)
        {
            logger.OrderCompleted(1, 1, 1m);
        }

        Assert.Equal(line, sink.Text.Length);
        for (var i = 0; i < 4; i++)
        {
            logger.OrderCompleted(1, 1, 1m);
        }

        Assert.True(SpinWait.SpinUntil(() => sink.Text.Length > half * line, Patience));
    }

    [Fact]
    public void Failed_record_is_flushed_at_once_and_takes_along_what_was_logged_before()
    {
        using var sink = new MemorySink();
        using var provider = NewProvider(new LoggingOptions(), sink, Timeout.Infinite);
        var logger = provider.CreateLogger("Orders.Checkout");
        logger.OrderCompleted(1, 1, 1m);
        Assert.Empty(sink.Text);
        logger.OrderFailed(new InvalidOperationException("no"), null);

        Assert.Contains("order.completed", sink.Text, StringComparison.Ordinal);
        Assert.Contains("order.failed", sink.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Failed_records_in_a_row_are_flushed_at_most_every_20_milliseconds()
    {
        using var sink = new MemorySink();
        using var provider = NewProvider(new LoggingOptions(), sink, Timeout.Infinite);
        var logger = provider.CreateLogger("Orders.Checkout");
        var start = Environment.TickCount64;
        for (var i = 0; i < 100; i++)
        {
            logger.OrderFailed(new InvalidOperationException("no"), null);
        }

        // Each flush is one write. The counter of milliseconds may stand a step behind at either end.
        var passed = Environment.TickCount64 - start;
        Assert.InRange(sink.Writes, 1, 2 + (passed / RecordPipeline.FlushMilliseconds));
    }

    [Fact]
    public void Thread_that_is_interrupted_is_not_interrupted_by_a_log_call()
    {
        using var sink = new MemorySink();
        using var provider = NewProvider(
            new LoggingOptions { StallLimit = NodaTime.Duration.FromMinutes(1) },
            sink,
            Timeout.Infinite
        );
        sink.Block();
        Exception? ofCall = null;
        Exception? ofWait = null;
        using var never = new ManualResetEventSlim();
        var thread = new Thread(() =>
        {
            Thread.CurrentThread.Interrupt();
            ofCall = Record.Exception(() =>
                provider.CreateLogger("Orders").OrderFailed(new IOException("no"), null)
            );
            ofWait = Record.Exception(() =>
                never.Wait(Patience, TestContext.Current.CancellationToken)
            );
        });
        thread.Start();
        Assert.True(thread.Join(Patience));
        sink.Unblock();

        Assert.Null(ofCall);
        Assert.IsType<ThreadInterruptedException>(ofWait);
    }

    [Fact]
    public void Threads_that_are_interrupted_log_without_an_exception()
    {
        using var sink = new MemorySink();
        using var provider = NewProvider(
            new LoggingOptions { RateLimitBurst = 1 },
            sink,
            Timeout.Infinite
        );
        var logger = provider.CreateLogger("Orders");
        Exception? thrown = null;
        Thread[] threads =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(_ => new Thread(() =>
                {
                    for (var i = 0; i < 2_000; i++)
                    {
                        Thread.CurrentThread.Interrupt();
                        thrown ??= Record.Exception(() =>
                        {
                            logger.ServiceDied(new IOException("no"));
                            logger.TextSeen("held back");
                            logger.OrderCompleted(1, 1, 1m);
                        });
                    }
                })),
        ];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());

        Assert.Null(thrown);
    }

    [Fact]
    public void Record_is_with_the_sink_when_the_call_returns_once_the_end_has_begun()
    {
        using var sink = new MemorySink();
        using var provider = NewProvider(new LoggingOptions(), sink, Timeout.Infinite);
        var logger = provider.CreateLogger("Orders");
        provider.Pipeline.BeginEnd();
        logger.OrderCompleted(1, 1, 1m);

        Assert.Contains("order.completed", sink.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WhenFull.Drop)]
    [InlineData(WhenFull.Wait)]
    public void End_tells_how_many_records_were_dropped(WhenFull whenFull)
    {
        const int records = 5_000;
        var sink = new MemorySink();
        var provider = NewProvider(
            new LoggingOptions
            {
                Format = LogFormat.Json,
                BufferBytes = LoggingOptions.LeastBufferBytes,
                WhenFull = whenFull,
                StallLimit = NodaTime.Duration.FromMilliseconds(10),
            },
            sink,
            Timeout.Infinite
        );
        var logger = provider.CreateLogger("Orders");
        sink.Block();
        for (var i = 0; i < records; i++)
        {
            logger.OrderCompleted(i, 1, 1m);
        }

        sink.Unblock();
        provider.Dispose();
        var written = LogRecordReader.ReadAll(sink.Text.Split('\n'));
        var told = written.Where(record => record.EventName == "log.records_dropped").ToList();
        Assert.NotEmpty(told); // twice, if the flusher had its first turn only when some were dropped already
        Assert.Equal(
            records - (written.Count - told.Count),
            told.Sum(record => (long)record.Attributes["count"]!)
        );
    }

    [Fact]
    public void Sink_that_fails_is_not_tried_for_every_record()
    {
        using var sink = new MemorySink { Fails = true };
        using var provider = NewProvider(
            new LoggingOptions
            {
                BufferBytes = LoggingOptions.LeastBufferBytes,
                StallLimit = NodaTime.Duration.Zero,
            },
            sink,
            RecordPipeline.FlushMilliseconds
        );
        var logger = provider.CreateLogger("Orders");
        for (var i = 0; i < 20_000; i++)
        {
            logger.OrderCompleted(1, 1, 1m);
        }

        Assert.InRange(sink.Failures, 0, 500);
    }

    [Fact]
    public void Sink_that_is_slow_is_waited_for_at_the_end_as_long_as_it_moves()
    {
        var sink = new SlowSink(TimeSpan.FromMilliseconds(350));
        var provider = NewProvider(
            new LoggingOptions(),
            sink,
            Timeout.Infinite,
            endLimit: TimeSpan.FromSeconds(3)
        );
        provider.CreateLogger("Orders").TextSeen(new string('x', 10_000));
        provider.Dispose();

        Assert.EndsWith("\n", sink.Text, StringComparison.Ordinal);
    }

    /// <summary>Writes one record, and gives its length.</summary>
    private static int WriteAndMeasure(
        Microsoft.Extensions.Logging.ILogger logger,
        CommonLoggerProvider provider,
        MemorySink sink
    )
    {
        logger.OrderCompleted(1, 1, 1m);
        Assert.True(provider.Flush(Patience));
        return sink.Text.Length;
    }

    private static CommonLoggerProvider NewProvider(
        LoggingOptions options,
        LogSink sink,
        int flushMilliseconds,
        TimeSpan? endLimit = null
    ) =>
        new(
            options,
            TestLog.Identity,
            new FixedTime(),
            new LevelRules(),
            sink,
            endLimit: endLimit,
            flushMilliseconds: flushMilliseconds
        );
}
