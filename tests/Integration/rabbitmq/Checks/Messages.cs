using System.Diagnostics;
using System.Globalization;
using Common.Context;
using Common.Time;
using NodaTime;

namespace RabbitMqChecks;

/// <summary>Messages that are sent in one context and handled in another.</summary>
internal sealed class Messages(Sender sender, Consumer consumer, Tally tally)
{
    private const int Many = 200;
    private static readonly Duration Limit = Duration.FromMinutes(2);

    /// <summary>Everything that the context holds arrives.</summary>
    public async Task CarryTheContextAsync(CancellationToken cancellationToken)
    {
        var sent = Request("/acme/eu") with { TraceState = "foo=1", IsVerbose = true };
        var received = await PassAsync("one", sent, cancellationToken);
        var context = received.Context;
        tally.Check(
            "the global ID arrives",
            context.GlobalRequestId == sent.GlobalRequestId,
            context.GlobalRequestId.ToString()
        );
        tally.Check(
            "the consumer gives an ID of its own",
            context.RequestId != sent.RequestId && !context.RequestId.IsNone,
            context.RequestId.ToString()
        );
        tally.Check("the tenant arrives", context.Tenant == sent.Tenant, context.Tenant.ToString());
        tally.Check("the user arrives", context.User == sent.User, context.User ?? "-");
        tally.Check(
            "the roles arrive",
            context.Roles.SequenceEqual(sent.Roles),
            string.Join(',', context.Roles)
        );
        tally.Check(
            "the deadline arrives, and is no later",
            !context.Deadline.IsNone
                && received.Remaining > Duration.Zero
                && received.Remaining <= Limit,
            received.Remaining.ToString("o", CultureInfo.InvariantCulture)
        );
        tally.Check(
            "the trace goes on",
            context.TraceId == sent.TraceId && context.SpanId != sent.SpanId,
            context.TraceId.ToHexString()
        );
        tally.Check(
            "tracestate, baggage and the wish for details arrive",
            context.TraceState == "foo=1"
                && context.Baggage.Get("plan") == "gold"
                && context.IsVerbose,
            $"{context.TraceState} {context.Baggage} {context.IsVerbose}"
        );
        CheckTraceParent("traceparent is there once", received);
    }

    /// <summary>The client adds a traceparent of its own when somebody listens to its spans.</summary>
    public async Task BearTheSpanOfTheClientAsync(CancellationToken cancellationToken)
    {
        var published = new List<ActivitySpanId>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == "RabbitMQ.Client.Publisher",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = a => published.Add(a.SpanId),
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        var sent = Request("/acme/us");
        var received = await PassAsync("two", sent, cancellationToken);
        CheckTraceParent("traceparent is there once beside the client's own", received);
        tally.Check(
            "it names the span of the client, in the trace of the request",
            published.Count == 1
                && sent.TraceId == request.TraceId
                && received.Context.TraceId == request.TraceId
                && received.All(ContextHeaders.TraceParent)[0][36..52]
                    == published[0].ToHexString(),
            string.Join(',', received.All(ContextHeaders.TraceParent))
        );
    }

    /// <summary>A message without a context gets a fresh one, and nothing of the message before.</summary>
    public async Task StartAnewAsync(CancellationToken cancellationToken)
    {
        var received = await PassAsync("three", null, cancellationToken);
        var context = received.Context;
        tally.Check(
            "a message without a context starts anew",
            context.User is null
                && context.Tenant.IsNone
                && context.Deadline.IsNone
                && context.GlobalRequestId == context.RequestId,
            context.ToString()
        );
    }

    /// <summary>Many messages in a row keep their own contexts.</summary>
    public async Task StayApartAsync(CancellationToken cancellationToken)
    {
        var sent = new Dictionary<string, RequestContext>(StringComparer.Ordinal);
        for (var i = 0; i < Many; i++)
        {
            var context = Request($"/tenant-{i}");
            sent.Add($"{i}", context);
            using (context.Enter())
            {
                await sender.SendAsync($"{i}", cancellationToken);
            }
        }

        var mixedUp = 0;
        for (var i = 0; i < Many; i++)
        {
            var received = await consumer.NextAsync(cancellationToken);
            var expected = sent[received.Body];
            if (
                received.Context.GlobalRequestId != expected.GlobalRequestId
                || received.Context.Tenant != expected.Tenant
            )
            {
                mixedUp++;
            }
        }

        tally.Check($"{Many} messages keep their own contexts", mixedUp == 0, $"{mixedUp}");
    }

    private static RequestContext Request(string tenant) =>
        RequestContext.StartNew(Deadline.After(Limit, TimeProvider.System)) with
        {
            User = "b\u00E4rbel",
            Tenant = TenantPath.Parse(tenant),
            Roles = ["clerk", "a,b"],
            Baggage = Baggage.Empty.With("plan", "gold"),
        };

    private async Task<Received> PassAsync(
        string body,
        RequestContext? context,
        CancellationToken cancellationToken
    )
    {
        using (new ContextSnapshot(context).Enter())
        {
            await sender.SendAsync(body, cancellationToken);
        }

        return await consumer.NextAsync(cancellationToken);
    }

    private void CheckTraceParent(string what, Received received)
    {
        var lines = received.All(ContextHeaders.TraceParent);
        tally.Check(
            what,
            lines.Length == 1 && TraceParent.TryParse(lines[0], out _),
            string.Join(" and ", lines)
        );
    }
}
