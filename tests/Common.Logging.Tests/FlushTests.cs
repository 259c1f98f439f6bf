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
        MemorySink sink,
        int flushMilliseconds
    ) =>
        new(
            options,
            TestLog.Identity,
            new FixedTime(),
            new LevelRules(),
            sink,
            flushMilliseconds: flushMilliseconds
        );
}
