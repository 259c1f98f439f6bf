using Common.Abstractions;
using Common.Context;
using Microsoft.Extensions.Logging;

namespace Common.Testing.Tests;

public sealed partial class LogCaptureTests
{
    [LogEvent(1000, "order.failed", EventKind.Failed, "Order failed")]
    private static partial void OrderFailed(ILogger logger, long orderId, Exception exception);

    [Fact]
    public void Single_gives_all_that_a_declared_event_says()
    {
        using var capture = new LogCapture();
        var context = new RequestContext();
        var exception = new InvalidOperationException("no");
        using (context.Enter())
        {
            OrderFailed(capture.CreateLogger<LogCaptureTests>(), 42, exception);
        }

        var record = capture.Single("order.failed");
        Assert.Equal("Common.Testing.Tests.LogCaptureTests", record.Category);
        Assert.Equal(LogLevel.Error, record.Level);
        Assert.Equal((1000, "order.failed"), (record.EventId, record.EventName));
        Assert.Equal(EventKind.Failed, record.Kind);
        Assert.Equal("Order failed", record.Message);
        Assert.Equal(42L, Assert.Single(record.Fields).Value);
        Assert.Same(context, record.Context);
        Assert.Same(exception, record.Exception);
    }

    [Fact]
    public void Single_says_what_there_is_instead()
    {
        using var capture = new LogCapture();
        OrderFailed(capture.CreateLogger("a"), 1, new InvalidOperationException());
        OrderFailed(capture.CreateLogger("a"), 2, new InvalidOperationException());

        Assert.Equal(
            "There are 2 records of 'order.failed', not 1. Captured: order.failed, order.failed.",
            Assert.Throws<InvalidOperationException>(() => capture.Single("order.failed")).Message
        );
        Assert.Equal(
            "There are 0 records of 'other', not 1. Captured: order.failed, order.failed.",
            Assert.Throws<InvalidOperationException>(() => capture.Single("other")).Message
        );
        capture.Clear();
        Assert.Empty(capture.Records);
    }

    [Fact]
    public void Records_of_other_libraries_have_their_message_and_values()
    {
        using var capture = new LogCapture();
#pragma warning disable CA2254 // a message of a library that declares no events
        capture.CreateLogger("Lib").Log(LogLevel.Warning, "disk {Disk} is full", "a");
#pragma warning restore CA2254

        var record = Assert.Single(capture.Records);
        Assert.Equal("disk a is full", record.Message);
        Assert.Null(record.Kind);
        Assert.Null(record.EventName);
        Assert.Equal("a", record.Fields["Disk"]);
    }
}
