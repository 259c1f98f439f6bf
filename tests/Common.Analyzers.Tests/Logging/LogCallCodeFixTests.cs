using Common.Analyzers.CodeFixes.Logging;
using Common.Analyzers.Logging;

namespace Common.Analyzers.Tests.Logging;

/// <summary>The fix of CMN3001 and CMN3003; every result is compiled with the generator of events.</summary>
public sealed class LogCallCodeFixTests
{
    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<DirectLogCallAnalyzer>()
        .WithAnalyzer<LogEventAnalyzer>()
        .WithGenerator<LogEventGenerator>()
        .WithFix<DirectLogCallCodeFix>();

    /// <summary>A call, and the event that it becomes.</summary>
    public static TheoryData<string, string, string, string> Calls =>
        new()
        {
            {
                "logger.LogInformation(\"Order {OrderId} completed\", orderId)",
                "logger.OrderCompleted(orderId)",
                "[LogEvent(1001, \"order.completed\", EventKind.Completed, \"Order completed\")]",
                "OrderCompleted(this ILogger logger, long orderId);"
            },
            {
                "logger.LogInformation($\"Paid {total:0.00} for order {orderId}\")",
                "logger.PaidOrder(total, orderId)",
                "[LogEvent(1001, \"paid.order\", EventKind.Completed, \"Paid for order\")]",
                "PaidOrder(this ILogger logger, decimal total, long orderId);"
            },
            {
                "logger.LogWarning(\"Attempt \" + attempt + \" failed\")",
                "logger.AttemptFailed(attempt)",
                "[LogEvent(1001, \"attempt.failed\", EventKind.Retrying, \"Attempt failed\")]",
                "AttemptFailed(this ILogger logger, int attempt);"
            },
            {
                "logger.LogError(failure, \"Payment of {OrderId} failed: {Reason}\", orderId, reason)",
                "logger.PaymentFailed(orderId, reason, failure)",
                "[LogEvent(1001, \"payment.failed\", EventKind.Failed, \"Payment failed\")]",
                "PaymentFailed(this ILogger logger, long orderId, string? reason, Exception exception);"
            },
            {
                "logger.LogDebug(1234, \"Cache missed\")",
                "logger.CacheMissed()",
                "[LogEvent(1234, \"cache.missed\", EventKind.Diagnostic, \"Cache missed\")]",
                "CacheMissed(this ILogger logger);"
            },
            {
                "logger.LogDebug(1000, \"Cache missed\")", // another event's
                "logger.CacheMissed()",
                "[LogEvent(1001, \"cache.missed\", EventKind.Diagnostic, \"Cache missed\")]",
                "CacheMissed(this ILogger logger);"
            },
            {
                "logger.Log(LogLevel.Critical, failure, \"Listener {Name} stopped\", order.Name)",
                "logger.ListenerStopped(order.Name, failure)",
                "[LogEvent(1001, \"listener.stopped\", EventKind.Fatal, \"Listener stopped\")]",
                "ListenerStopped(this ILogger logger, string name, Exception exception);"
            },
            {
                "LoggerExtensions.LogTrace(logger, \"Seen {0} of {1}\", order.Id, sizes)",
                "logger.CheckoutSeen(order.Id, sizes)",
                "[LogEvent(1001, \"checkout.seen\", EventKind.Diagnostic, \"Seen\")]",
                "CheckoutSeen(this ILogger logger, Guid orderId, int[] sizes);"
            },
            {
                "logger.LogInformation(\"Took {Order} with {Items}\", order, sizes.Where(s => s > 1))",
                "logger.CheckoutTook(order.ToString(), [.. sizes.Where(s => s > 1)])",
                "[LogEvent(1001, \"checkout.took\", EventKind.Completed, \"Took\")]",
                "CheckoutTook(this ILogger logger, string? order, IReadOnlyList<int> items);"
            },
            {
                "logger.LogInformation(reason)",
                "logger.CheckoutPay(reason)",
                "[LogEvent(1001, \"checkout.pay\", EventKind.Completed, \"Pay\")]",
                "CheckoutPay(this ILogger logger, string? reason);"
            },
            {
                "logger?.LogInformation(\"Request refused\")",
                "logger?.RequestRefused()",
                "[LogEvent(1001, \"request.refused\", EventKind.Rejected, \"Request refused\")]",
                "RequestRefused(this ILogger logger);"
            },
            {
                "logger.LogInformation(\"Again\")", // the name is taken
                "logger.CheckoutAgain2()",
                "[LogEvent(1001, \"checkout.again_2\", EventKind.Completed, \"Again\")]",
                "CheckoutAgain2(this ILogger logger);"
            },
        };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_becomes_an_event(
        string call,
        string fixedCall,
        string attribute,
        string method
    )
    {
        await Test.WithSource(Source(call, ""))
            .FixesAsync(
                Source(
                    fixedCall,
                    $"""


                            {attribute}
                            public static partial void {method}
                    """
                )
            );
    }

    [Theory]
    [InlineData("logger.Log(level, \"Late\")")] // the level is chosen while running
    [InlineData("logger.LogInformation(reason!, orderId)")] // so is the template
    [InlineData("logger.LogInformation(\"{A} {B}\", new object[] { 1, 2 })")]
    [InlineData("logger.LogInformation(\"{A} {B}\", 1)")]
    [InlineData("logger.LogInformation(\"{A\", 1)")]
    [InlineData("logger.LogInformation(\"login with {Password}\", reason)")] // a secret
    [InlineData("logger.LogInformation(\"got {RequestId}\", reason)")] // not a request ID
    public async Task Call_that_cannot_be_declared_is_offered_no_fix(string call) =>
        await Test.WithSource(Source(call, "")).OffersNoFixAsync();

    [Fact]
    public async Task New_class_is_written_where_there_is_none_and_all_calls_share_it()
    {
        const string before = """
            using Microsoft.Extensions.Logging;

            namespace Orders.Payments
            {
                sealed class Payment(ILogger<Payment> logger)
                {
                    void Pay(long orderId)
                    {
                        logger.LogInformation("Order {OrderId} paid", orderId);
                        logger.LogInformation("Order {OrderId} paid", orderId);
                        logger.LogInformation($"Order {orderId} paid twice");
                    }
                }
            }

            namespace Shop
            {
                sealed class Cart(ILogger<Cart> logger)
                {
                    void Fill() => logger.LogInformation("Order {OrderId} paid", "none");
                }
            }
            """;
        const string after = """
            using Microsoft.Extensions.Logging;
            using Orders.Payments;

            namespace Orders.Payments
            {
                sealed class Payment(ILogger<Payment> logger)
                {
                    void Pay(long orderId)
                    {
                        logger.OrderPaid(orderId);
                        logger.OrderPaid(orderId);
                        logger.OrderPaidTwice(orderId);
                    }
                }
            }

            namespace Shop
            {
                sealed class Cart(ILogger<Cart> logger)
                {
                    void Fill() => logger.OrderPaid2("none");
                }
            }
            """;
        await Test.WithSource(before).FixesAsync(after);
    }

    [Fact]
    public Task A_copied_module_gets_no_events_of_the_service() =>
        Test.WithEditorConfig("\n[Incubator/**.cs]\ngenerated_code = true")
            .WithSource(
                """
                using Common.Abstractions;
                using Microsoft.Extensions.Logging;

                namespace Orders.Incubator.Web
                {
                    static partial class WebEvents
                    {
                        [LogEvent(701, "http.rejected", EventKind.Rejected, "Request rejected")]
                        public static partial void RequestRejected(this ILogger logger);
                    }
                }
                """,
                "/project/Incubator/Web/WebEvents.cs"
            )
            .WithSource(
                """
                using Microsoft.Extensions.Logging;

                namespace Orders
                {
                    sealed class Payment(ILogger<Payment> logger)
                    {
                        void Pay() => logger.LogInformation("Order paid");
                    }
                }
                """
            )
            .FixesAsync(
                """
                using Microsoft.Extensions.Logging;

                namespace Orders
                {
                    sealed class Payment(ILogger<Payment> logger)
                    {
                        void Pay() => logger.OrderPaid();
                    }
                }
                """
            );

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public Task The_command_line_gets_no_new_file(string lineEnd) =>
        Test.OnTheCommandLine()
            .WithSource("sealed class Program;\n", "/project/Program.cs")
            .WithSource(
                """
                using Microsoft.Extensions.Logging;

                namespace Orders;

                sealed class Payment(ILogger<Payment> logger)
                {
                    void Pay() => logger.LogInformation("Order paid");
                }

                """.ReplaceLineEndings(lineEnd)
            )
            .FixesAsync(
                """
                using Common.Abstractions;
                using Microsoft.Extensions.Logging;

                namespace Orders;

                sealed class Payment(ILogger<Payment> logger)
                {
                    void Pay() => logger.OrderPaid();
                }

                internal static partial class LogEvents
                {
                    [LogEvent(1000, "order.paid", EventKind.Completed, "Order paid")]
                    public static partial void OrderPaid(this ILogger logger);
                }

                """.ReplaceLineEndings(lineEnd)
            );

    private static string Source(string call, string added) =>
        $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using Common.Abstractions;
            using Microsoft.Extensions.Logging;

            namespace Orders
            {
                sealed record Order(Guid Id, string Name);

                sealed class Checkout(ILogger<Checkout> logger)
                {
                    void Pay(long orderId, decimal total, int attempt, string? reason, Exception failure, Order order, int[] sizes, LogLevel level)
                    {
                        {{call}};
                    }
                }

                static partial class OrderEvents
                {
                    [LogEvent(1000, "checkout.again", EventKind.Completed, "Once more")]
                    public static partial void CheckoutAgain(this ILogger logger);{{added}}
                }
            }
            """;
}
