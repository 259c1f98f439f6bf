using Common.Analyzers.CodeFixes.Logging;
using Common.Analyzers.Logging;

namespace Common.Analyzers.Tests.Logging;

/// <summary>The fix of CMN3001 and CMN3003 on calls that are written oddly: the result compiles and says the same.</summary>
public sealed class LogCallMeaningTests
{
    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<DirectLogCallAnalyzer>()
        .WithAnalyzer<LogEventAnalyzer>()
        .WithGenerator<LogEventGenerator>()
        .WithFix<DirectLogCallCodeFix>();

    /// <summary>A call, the call that it becomes, and the head of the event's method behind its logger.</summary>
    public static TheoryData<string, string, string> Values =>
        new()
        {
            // An operand is set in parentheses before a member is read of it.
            {
                "LogDebug(\"Seen {A}\", 1..count)",
                "CheckoutSeen((1..count).ToString())",
                "string? a"
            },
            {
                "LogDebug(\"Seen {A}\", order with { Name = \"x\" })",
                "CheckoutSeen((order with { Name = \"x\" }).ToString())",
                "string? a"
            },
            {
                "LogDebug(\"Seen {A}\", order?.Pair)",
                "CheckoutSeen((order?.Pair)?.ToString())",
                "string? a"
            },
            // What had no type of its own but for the call keeps the one that the call gave it.
            {
                "LogDebug(\"Seen {A}\", isNew ? 1 : \"b\")",
                "CheckoutSeen(((object?)(isNew ? 1 : \"b\"))?.ToString())",
                "string? a"
            },
            {
                "LogDebug(\"Seen {A} {B}\", default, () => 1)",
                "CheckoutSeen(((object?)(default))?.ToString(), ((object?)(() => 1))?.ToString())",
                "string? a, string? b"
            },
            // A value that may be null throws nothing.
            {
                "LogDebug(\"Seen {A} {B}\", value, order!.Note!)",
                "CheckoutSeen(value?.ToString(), order!.Note!)",
                "string? a, string b"
            },
            // A list stays a list, as the platform writes its elements.
            {
                "LogDebug(\"Seen {A} {B}\", orders, maybe)",
                "CheckoutSeen([.. orders.Select(item => item.ToString())], maybe?.ToArray())",
                "IReadOnlyList<string?> a, IReadOnlyList<int>? b"
            },
            // Types that the class of events cannot name become text.
            {
                "LogDebug(\"Seen {A} {B} {C}\", Hidden.A, hidden, Mode.A)",
                "CheckoutSeen(Hidden.A.ToString(), [.. hidden.Select(item => item.ToString())], Mode.A.ToString())",
                "string? a, IReadOnlyList<string?> b, string? c"
            },
            // Names of fields stay apart, also from those that a record adds.
            {
                "LogDebug(\"Seen {OrderId} {order_id} {OrderID}\", count, count, count)",
                "CheckoutSeen(count, count, count)",
                "int orderId, int order_id2, int orderID3"
            },
            {
                "LogDebug(\"Seen {Sizes} {SizesCount} {Truncated}\", sizes, count, isNew)",
                "CheckoutSeen(sizes, count, isNew)",
                "int[] sizes, int sizesCount2, bool truncated2"
            },
            // Literals are words, not values.
            {
                "LogDebug(\"Seen \" + count + ' ' + $\"{nameof(order)}\")",
                "SeenOrder(count)",
                "int count"
            },
        };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Values_are_kept(string call, string fixedCall, string parameters)
    {
        var isNamed = fixedCall.StartsWith("SeenOrder", StringComparison.Ordinal);
        await Test.WithSource(Source($"logger.{call}", ""))
            .FixesAsync(
                Source(
                    $"logger.{fixedCall}",
                    Event(
                        isNamed ? "seen.order" : "checkout.seen",
                        isNamed ? "Seen order" : "Seen",
                        isNamed ? "SeenOrder" : "CheckoutSeen",
                        ", " + parameters
                    )
                )
            );
    }

    /// <summary>A call whose words are those of a member, and the name of the method that it becomes.</summary>
    [Theory]
    [InlineData("Begin scope", "BeginScope2", "begin.scope")] // of the interface
    [InlineData("Get type", "GetType2", "get.type")] // of every object
    [InlineData("Log debug", "LogDebug2", "log.debug")] // an extension method of the platform
    [InlineData("Order paid", "OrderPaid2", "order.paid")] // an extension method of the project
    [InlineData("Order events", "OrderEvents2", "order.events")] // the class itself
    public async Task Names_that_mean_something_else_are_left_alone(
        string message,
        string method,
        string name
    ) =>
        await Test.WithSource(Source($"logger.LogDebug(\"{message}\")", ""))
            .FixesAsync(Source($"logger.{method}()", Event(name, message, method, "")));

    [Theory]
    [InlineData("isNew ? logger : other!", "(isNew ? logger : other!)")]
    [InlineData("other ?? logger", "(other ?? logger)")]
    [InlineData("(ILogger)logger", "((ILogger)logger)")]
    public async Task Logger_that_is_an_argument_is_set_in_parentheses(
        string logger,
        string receiver
    ) =>
        await Test.WithSource(Source($"LoggerExtensions.LogDebug({logger}, \"Order seen\")", ""))
            .FixesAsync(
                Source(
                    $"{receiver}.OrderSeen()",
                    Event("order.seen", "Order seen", "OrderSeen", "")
                )
            );

    [Fact]
    public async Task Name_of_the_events_id_is_kept() =>
        await Test.WithSource(
                Source(
                    "logger.LogDebug(new EventId(name: \"order.looked_at\", id: 1500), \"Seen\")",
                    ""
                )
            )
            .FixesAsync(
                Source(
                    "logger.OrderLookedAt()",
                    Event("order.looked_at", "Seen", "OrderLookedAt", "").Replace("1001", "1500")
                )
            );

    [Fact]
    public async Task Call_within_a_call_is_left_for_the_next_time()
    {
        const string inner =
            "new Func<int>(() => { logger.LogDebug(\"Order seen\"); return 1; })()";
        var text = await Test.WithSource(Source($"logger.LogDebug(\"Seen {{A}}\", {inner})", ""))
            .FixAllAsync();

        Assert.Equal(
            Source(
                $"logger.CheckoutSeen({inner})",
                Event("checkout.seen", "Seen", "CheckoutSeen", ", int a")
            ),
            text
        );
    }

    [Fact]
    public async Task Class_keeps_its_access_and_the_names_that_it_can_use() =>
        await Test.WithSource(
                """
                using Microsoft.Extensions.Logging;

                namespace Orders
                {
                    enum EventKind { Small }

                    sealed class Checkout(ILogger<Checkout> logger)
                    {
                        void Pay(EventKind kind) => logger.LogInformation("Order {Kind} paid", kind);
                    }

                    public static partial class OrderEvents
                    {
                        [Common.Abstractions.LogEvent(1000, "a.b", Common.Abstractions.EventKind.Completed, "Done")]
                        public static partial void Done(this ILogger logger);
                    }
                }
                """
            )
            .FixesAsync(
                """
                using Microsoft.Extensions.Logging;

                namespace Orders
                {
                    enum EventKind { Small }

                    sealed class Checkout(ILogger<Checkout> logger)
                    {
                        void Pay(EventKind kind) => logger.OrderPaid(kind);
                    }

                    public static partial class OrderEvents
                    {
                        [Common.Abstractions.LogEvent(1000, "a.b", Common.Abstractions.EventKind.Completed, "Done")]
                        public static partial void Done(this ILogger logger);

                        [Common.Abstractions.LogEvent(1001, "order.paid", Common.Abstractions.EventKind.Completed, "Order paid")]
                        internal static partial void OrderPaid(this ILogger logger, EventKind kind);
                    }
                }
                """
            );

    [Fact]
    public async Task Project_without_annotations_gets_none() =>
        await Test.WithoutNullable()
            .WithSource(
                """
                using System;
                using System.Linq;
                using Microsoft.Extensions.Logging;

                namespace Orders
                {
                    sealed class LogEvents
                    {
                        void Pay(ILogger logger, Exception e, Version[][] all, object one) => logger.LogError(e, "Order {One} of {All} not paid", one, all);
                    }
                }
                """
            )
            .FixesAsync(
                (
                    RoslynTest.MainFile,
                    """
                    using System;
                    using System.Linq;
                    using Microsoft.Extensions.Logging;

                    namespace Orders
                    {
                        sealed class LogEvents
                        {
                            void Pay(ILogger logger, Exception e, Version[][] all, object one) => logger.OrderNotPaid(one?.ToString(), all?.Select(item => item?.ToString()).ToArray(), e);
                        }
                    }
                    """
                )
            );

    private static string Event(string name, string summary, string method, string parameters) =>
        $$"""


                    [LogEvent(1001, "{{name}}", EventKind.Diagnostic, "{{summary}}")]
                    public static partial void {{method}}(this ILogger logger{{parameters}});
            """;

    private static string Source(string call, string added) =>
        $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using Common.Abstractions;
            using Microsoft.Extensions.Logging;

            namespace Orders
            {
                sealed record Order(string Name, string? Note, (int, int)? Pair);

                static class Extensions
                {
                    public static void OrderPaid(this ILogger logger) { }
                }

                sealed class Checkout<T>(ILogger<Checkout<T>> logger)
                {
                    public enum Mode { A }

                    private enum Hidden { A }

                    void Pay(T value, int count, bool isNew, Order? order, List<Order> orders, HashSet<int>? maybe, HashSet<Hidden> hidden, int[] sizes, ILogger? other)
                    {
                        {{call}};
                    }
                }

                static partial class OrderEvents
                {
                    [LogEvent(1000, "a.b", EventKind.Completed, "Done")]
                    public static partial void Done(this ILogger logger);{{added}}
                }
            }
            """;
}
