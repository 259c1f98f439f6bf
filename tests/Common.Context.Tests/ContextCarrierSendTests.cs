using System.Diagnostics;
using Common.Time;
using NodaTime;

namespace Common.Context.Tests;

public sealed class ContextCarrierSendTests
{
    private static RequestContext Full(TimeProvider time) =>
        new(RequestId.New(), RequestId.New())
        {
            TraceId = ActivityTraceId.CreateRandom(),
            SpanId = ActivitySpanId.CreateRandom(),
            TraceFlags = ActivityTraceFlags.Recorded | TraceParent.RandomTraceId,
            TraceState = "a=b",
            User = "alice b\u00E4r, \uD83D\uDE00%",
            Domain = "example",
            Tenant = TenantPath.Parse("/acme/eu"),
            Roles = ["reader", "writer,x"],
            OnBehalfOf = "orders",
            IsReadOnly = true,
            Deadline = Deadline.After(Duration.FromMilliseconds(1500), time),
            IsVerbose = true,
            Baggage = Baggage.Empty.With("k", "v, \u00E4"),
        };

    [Fact]
    public void What_Write_writes_Receive_reads()
    {
        using var carriers = new Carriers(["127.0.0.1"]);
        var sent = Full(carriers.Time);
        Dictionary<string, string> headers = [];
        ContextCarrier.Write(sent, new DictionaryHeaders(headers), Egress.Whole);
        var received = carriers.Carrier.Receive(new DictionaryHeaders(headers), Carriers.Loopback);
        Assert.Equal(
            sent with
            {
                RequestId = received.Context.RequestId,
                SpanId = received.Context.SpanId,
            },
            received.Context
        );
        Assert.Empty(received.Refused);
        Assert.All(headers.Values, v => Assert.All(v, c => Assert.InRange(c, ' ', '~')));
    }

    [Fact]
    public void Write_writes_only_what_there_is()
    {
        Dictionary<string, string> headers = [];
        var context = new RequestContext();
        ContextCarrier.Write(context, new DictionaryHeaders(headers), Egress.Whole);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["X-Request-ID"] = context.RequestId.ToString(),
                ["X-Global-Request-ID"] = context.RequestId.ToString(),
            },
            headers
        );
    }

    [Fact]
    public void Write_leaves_no_second_header_of_a_message_that_is_sent_on()
    {
        using var carriers = new Carriers(["127.0.0.1"]);
        Dictionary<string, string> texts = new() { ["x-request-id"] = "old", ["Other"] = "kept" };
        Dictionary<string, object?> values = new()
        {
            ["TraceParent"] = "old"u8.ToArray(),
            ["X-USER"] = "bob",
            ["x-user"] = "eve",
        };
        var sent = Full(carriers.Time);
        ContextCarrier.Write(sent, new DictionaryHeaders(texts), Egress.Whole);
        ContextCarrier.Write(sent, new MessageHeaders(values), Egress.Whole);
        var fromTexts = carriers.Carrier.Receive(new DictionaryHeaders(texts), Carriers.Loopback);
        var fromValues = carriers.Carrier.Receive(new MessageHeaders(values), Carriers.Loopback);
        Assert.Empty(fromTexts.Refused);
        Assert.Empty(fromValues.Refused);
        Assert.Equal(sent.User, fromValues.Context.User);
        Assert.Equal(sent.GlobalRequestId, fromTexts.Context.GlobalRequestId);
        Assert.Equal("kept", texts["Other"]);
    }

    [Fact]
    public void Send_tells_a_third_party_the_traceparent_at_most()
    {
        using var carriers = new Carriers(hosts: ["inventory", "*.example.org"]);
        Dictionary<string, string> headers = [];
        var context = Full(carriers.Time);
        carriers.Carrier.Send(context, new DictionaryHeaders(headers), "example.org");
        var (name, value) = Assert.Single(headers);
        Assert.Equal("traceparent", name);
        Assert.True(TraceParent.TryParse(value, out var parent));
        Assert.Equal(context.TraceId, parent.TraceId);
        Assert.NotEqual(context.SpanId, parent.SpanId);
        Assert.Equal(context.TraceFlags, parent.Flags);
    }

    [Theory]
    [InlineData("inventory", Egress.Whole)]
    [InlineData("INVENTORY", Egress.Whole)]
    [InlineData("a.example.org", Egress.Whole)]
    [InlineData("a.b.Example.org", Egress.Whole)]
    [InlineData("example.org", Egress.Trace)]
    [InlineData(".example.org", Egress.Trace)]
    [InlineData("badexample.org", Egress.Trace)]
    [InlineData("inventory.evil", Egress.Trace)]
    [InlineData("", Egress.Trace)]
    public void EgressTo_goes_by_the_host(string host, Egress expected)
    {
        using var carriers = new Carriers(hosts: ["inventory", "*.example.org"]);
        Assert.Equal(expected, carriers.Carrier.EgressTo(host));
    }

    [Fact]
    public void EgressTo_tells_others_nothing_where_the_options_say_so()
    {
        using var carriers = new Carriers(traceToOthers: false);
        Assert.Equal(Egress.Nothing, carriers.Carrier.EgressTo("example.org"));
        Dictionary<string, string> headers = [];
        carriers.Carrier.Send(new RequestContext(), new DictionaryHeaders(headers), "example.org");
        Assert.Empty(headers);
    }

    [Fact]
    public void EgressTo_asks_the_policy_of_the_service_first()
    {
        using var carriers = new Carriers(
            hosts: ["inventory"],
            policy: p => p.SendTo = h => h == "inventory" ? Egress.Nothing : null
        );
        Assert.Equal(Egress.Nothing, carriers.Carrier.EgressTo("inventory"));
        Assert.Equal(Egress.Trace, carriers.Carrier.EgressTo("other"));
    }

    [Fact]
    public void Send_replaces_the_headers_of_an_HTTP_request()
    {
        using var carriers = new Carriers(hosts: ["inventory"]);
        using var request = new HttpRequestMessage();
        request.Headers.Add("X-Request-ID", "old");
        request.Headers.Add("x-user", "mallory");
        var context = Full(carriers.Time);
        carriers.Carrier.Send(context, new HttpRequestHeaderWriter(request), "inventory");
        Assert.Equal([context.RequestId.ToString()], request.Headers.GetValues("X-Request-ID"));
        Assert.Equal(
            ["alice%20b%C3%A4r%2C%20%F0%9F%98%80%25"],
            request.Headers.GetValues("X-User")
        );
        Assert.Equal(["1500"], request.Headers.GetValues("X-Deadline"));
    }

    [Fact]
    public void Write_names_the_span_of_the_platforms_activity_if_it_is_of_the_same_trace()
    {
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        Dictionary<string, string> headers = [];
        var context = new RequestContext { TraceId = activity.TraceId };
        ContextCarrier.Write(context, new DictionaryHeaders(headers), Egress.Trace);
        Assert.Equal($"00-{activity.TraceId}-{activity.SpanId}-00", headers["traceparent"]);
    }
}
