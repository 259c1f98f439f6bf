using Common.Context;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Tests.Providers;

/// <summary>The platform's logging with our provider and somebody else's beside it, and what each of them is given.</summary>
internal static class OtherProviders
{
    /// <summary>A request with everything that a record tells of one.</summary>
    public static RequestContext Context { get; } =
        new(RequestId.Parse("req-550e8400-e29b-41d4-a716-446655440000"))
        {
            GlobalRequestId = RequestId.Parse("req-0af76519-16cd-43dd-8448-eb211c80319c"),
            TraceId = System.Diagnostics.ActivityTraceId.CreateFromString(
                "0af7651916cd43dd8448eb211c80319c"
            ),
            SpanId = System.Diagnostics.ActivitySpanId.CreateFromString("b7ad6b7169203331"),
            User = "alice",
            Tenant = TenantPath.Parse("/acme/eu"),
        };

    /// <summary>What of the context every record has, by name.</summary>
    public static IReadOnlyDictionary<string, string> ContextValues { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["request_id"] = "req-550e8400-e29b-41d4-a716-446655440000",
            ["global_request_id"] = "req-0af76519-16cd-43dd-8448-eb211c80319c",
            ["trace_id"] = "0af7651916cd43dd8448eb211c80319c",
            ["span_id"] = "b7ad6b7169203331",
            ["user"] = "alice",
            ["tenant"] = "/acme/eu",
        };

    /// <summary>Logs a record of each level within the request, one outside of it, and one of a library.</summary>
    /// <param name="add">Adds the other provider.</param>
    /// <returns>The exception of the failed record.</returns>
    public static Exception LogAll(Action<ILoggingBuilder> add)
    {
        using var log = new TestLog(configure: logging =>
            add(logging.SetMinimumLevel(LogLevel.Debug))
        );
        var logger = log.Logger;
        var failure = new OrderException("no route");
        using (Context.Enter())
        using (logger.BeginScope(new Dictionary<string, object?> { ["shift"] = "late" }))
        {
            logger.DetailSeen();
            logger.OrderCompleted(42, 3, 129.95m);
            logger.CallRetried(2);
            logger.OrderFailed(failure, "late");
            logger.ServiceDied(failure);
            logger.UserRemoved("bob");
            logger.ListSeen([1, 2], ["a", "b"]);
#pragma warning disable CMN3001, CA1848, CA1873 // what libraries do that declare no events
            logger.LogInformation("read {Bytes} bytes", 512);
#pragma warning restore CMN3001, CA1848, CA1873
        }

        logger.NothingSeen();
        Assert.Equal(9, log.Records.Count);
        return failure;
    }

    /// <summary>An exception whose full name a record has.</summary>
    internal sealed class OrderException(string message) : Exception(message);
}
