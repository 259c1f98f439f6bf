using Common.Analyzers.CodeFixes.Logging;
using Common.Analyzers.Logging;

namespace Common.Analyzers.Tests.Logging;

/// <summary>The fix of CMN3002; every result is compiled with the generator of events.</summary>
public sealed class LoggerMessageCodeFixTests
{
    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<RawLoggerMessageAnalyzer>()
        .WithAnalyzer<LogEventAnalyzer>()
        .WithGenerator<LogEventGenerator>()
        .WithCompilerErrors("CS8795") // the platform's generator does not run here
        .WithFix<LoggerMessageCodeFix>();

    [Fact]
    public async Task Methods_become_events_with_IDs_and_names_of_their_own() =>
        await Test.WithSource(
                """
                using System;
                using Microsoft.Extensions.Logging;

                static partial class Messages
                {
                    [LoggerMessage(1, LogLevel.Information, "Order {OrderId} completed")]
                    public static partial void OrderCompleted(ILogger logger, long orderId);

                    [LoggerMessage(EventId = 2000, Level = LogLevel.Error, Message = "Payment failed: {Reason}", EventName = "payment.broken")]
                    public static partial void PaymentFailed(this ILogger logger, string? reason, Exception exception);

                    [LoggerMessage(LogLevel.Warning, "{Attempt}")]
                    static partial void Retry(ILogger logger, int attempt);

                    [LoggerMessage(2000, LogLevel.Debug, "Order {OrderId} completed", SkipEnabledCheck = true)]
                    public static partial void OrderCompleted(ILogger logger, int orderId);
                }

                partial class Service(ILogger<Service> logger)
                {
                    [LoggerMessage(LogLevel.Critical, "Giving up on {Host}")]
                    partial void GaveUp(string host);
                }
                """
            )
            .FixesAsync(
                """
                using System;
                using Common.Abstractions;
                using Microsoft.Extensions.Logging;

                static partial class Messages
                {
                    [LogEvent(1000, "order.completed", EventKind.Completed, "Order completed")]
                    public static partial void OrderCompleted(ILogger logger, long orderId);

                    [LogEvent(2000, "payment.broken", EventKind.Failed, "Payment failed")]
                    public static partial void PaymentFailed(this ILogger logger, string? reason, Exception exception);

                    [LogEvent(2001, "messages.retry", EventKind.Retrying, "Retry")]
                    static partial void Retry(ILogger logger, int attempt);

                    [LogEvent(2002, "order.completed_2", EventKind.Diagnostic, "Order completed")]
                    public static partial void OrderCompleted(ILogger logger, int orderId);
                }

                partial class Service(ILogger<Service> logger)
                {
                    [LogEvent(2003, "gave.up", EventKind.Fatal, "Giving up")]
                    partial void GaveUp(string host);
                }
                """
            );

    [Theory]
    [InlineData(
        "[LoggerMessage(1, LogLevel.Information, \"x\")] public static partial void A(ILogger logger, object value);"
    )]
    [InlineData(
        "[LoggerMessage(1, LogLevel.Information, \"x\")] public static partial void A(ILogger logger, string password);"
    )]
    [InlineData(
        "[LoggerMessage(1, LogLevel.Information, \"x\")] public static partial void A(ILogger logger, Exception a, Exception b);"
    )]
    [InlineData(
        "[LoggerMessage(1, LogLevel.Information, \"x\")] public static partial void A(ILogger logger, int[] sizes, int sizesCount);"
    )]
    [InlineData(
        "[LoggerMessage(1, LogLevel.Information, \"x\")] public static partial void A(ILogger logger, int orderId, int order_id);"
    )]
    [InlineData(
        "[LoggerMessage(1, LogLevel.Information, \"x\")] public static partial void A(ILogger logger, ref int size);"
    )]
    [InlineData(
        "[LoggerMessage(Message = \"x\")] public static partial void A(ILogger logger, LogLevel level);"
    )]
    public async Task Method_that_cannot_be_an_event_is_offered_no_fix(string method) =>
        await Test.WithSource(
                $$"""
                using System;
                using Microsoft.Extensions.Logging;

                static partial class Messages
                {
                    {{method}}
                }
                """
            )
            .OffersNoFixAsync();
}
