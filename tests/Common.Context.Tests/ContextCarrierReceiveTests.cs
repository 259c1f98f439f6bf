using System.Diagnostics;
using System.Net;
using NodaTime;

namespace Common.Context.Tests;

public sealed class ContextCarrierReceiveTests
{
    private const string GlobalId = "req-550e8400-e29b-41d4-a716-446655440000";
    private const string SenderId = "req-6ba7b810-9dad-41d1-80b4-00c04fd430c8";
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";
    private const string Parent = $"00-{TraceId}-b7ad6b7169203331-01";

    private static readonly (string Name, string Value)[] Everything =
    [
        ("X-Global-Request-ID", GlobalId),
        ("X-Request-ID", SenderId),
        ("traceparent", Parent),
        ("tracestate", "a=b"),
        ("X-User", "alice%20b%C3%A4r"),
        ("X-User-Domain", "example"),
        ("X-Tenant", "/acme/eu"),
        ("X-Roles", "reader, writer%2Cx"),
        ("X-On-Behalf-Of", "orders"),
        ("X-Read-Only", "1"),
        ("X-Deadline", "1500"),
        ("X-Verbose", "1"),
        ("baggage", "k=v;p,l=w"),
    ];

    [Fact]
    public void Receive_believes_a_stranger_nothing_but_the_deadline()
    {
        using var carriers = new Carriers();
        var received = carriers.Receive(Carriers.Loopback, Everything);
        var context = received.Context;
        Assert.Equal(PeerTrust.Stranger, received.Trust);
        Assert.Equal(context.RequestId, context.GlobalRequestId);
        Assert.NotEqual(GlobalId, context.RequestId.ToString());
        Assert.NotEqual(SenderId, context.RequestId.ToString());
        Assert.NotEqual(default, context.TraceId);
        Assert.NotEqual(TraceId, context.TraceId.ToHexString());
        Assert.Equal(TraceId, context.OfferedTraceId.ToHexString());
        Assert.Null(context.TraceState);
        Assert.True(context.Baggage.IsEmpty);
        Assert.Null(context.User);
        Assert.Null(context.Domain);
        Assert.True(context.Tenant.IsNone);
        Assert.True(context.Roles.IsEmpty);
        Assert.Null(context.OnBehalfOf);
        Assert.False(context.IsReadOnly);
        Assert.False(context.IsVerbose);
        Assert.Equal(Duration.FromMilliseconds(1500), context.Deadline.Remaining);
        Assert.Empty(received.Refused);
    }

    [Fact]
    public void Receive_believes_a_trusted_peer_everything()
    {
        using var carriers = new Carriers(["127.0.0.0/8"]);
        var received = carriers.Receive(Carriers.Loopback, Everything);
        var context = received.Context;
        Assert.Equal(PeerTrust.Identity, received.Trust);
        Assert.Equal(GlobalId, context.GlobalRequestId.ToString());
        Assert.NotEqual(SenderId, context.RequestId.ToString());
        Assert.NotEqual(GlobalId, context.RequestId.ToString());
        Assert.Equal(TraceId, context.TraceId.ToHexString());
        Assert.NotEqual("b7ad6b7169203331", context.SpanId.ToHexString());
        Assert.Equal(ActivityTraceFlags.Recorded, context.TraceFlags);
        Assert.Equal("a=b", context.TraceState);
        Assert.Equal("k=v;p,l=w", context.Baggage.ToString());
        Assert.Equal(default, context.OfferedTraceId);
        Assert.Equal("alice b\u00E4r", context.User);
        Assert.Equal("example", context.Domain);
        Assert.Equal("/acme/eu", context.Tenant.ToString());
        Assert.Equal(["reader", "writer,x"], context.Roles);
        Assert.Equal("orders", context.OnBehalfOf);
        Assert.True(context.IsReadOnly);
        Assert.True(context.IsVerbose);
        Assert.Empty(received.Refused);
    }

    [Theory]
    [InlineData("Forwarded")]
    [InlineData("X-Forwarded-For")]
    [InlineData("x-original-for")]
    public void Receive_takes_no_identity_on_network_trust_from_a_forwarded_request(string header)
    {
        using var carriers = new Carriers(["127.0.0.0/8"]);
        var received = carriers.Receive(
            Carriers.Loopback,
            [.. Everything, (header, "for=192.0.2.1")]
        );
        Assert.Equal(PeerTrust.Ids, received.Trust);
        Assert.Equal(GlobalId, received.Context.GlobalRequestId.ToString());
        Assert.Equal(TraceId, received.Context.TraceId.ToHexString());
        Assert.Null(received.Context.User);
        Assert.True(received.Context.Tenant.IsNone);
        Assert.True(received.Context.Roles.IsEmpty);
    }

    [Fact]
    public void Receive_takes_no_identity_where_the_options_say_so()
    {
        using var carriers = new Carriers(["127.0.0.0/8"], identity: false);
        var received = carriers.Receive(Carriers.Loopback, Everything);
        Assert.Equal(PeerTrust.Ids, received.Trust);
        Assert.Null(received.Context.User);
        Assert.True(received.Context.IsVerbose);
    }

    [Fact]
    public void Receive_asks_the_policy_of_the_service_first()
    {
        using var carriers = new Carriers(
            ["127.0.0.0/8"],
            policy: p =>
                p.TrustPeer = peer =>
                    (peer.Source as string) switch
                    {
                        "friend" => PeerTrust.Identity,
                        "foe" => PeerTrust.Stranger,
                        _ => null,
                    }
        );
        var far = new PeerInfo { Address = IPAddress.Parse("192.0.2.1") };
        Assert.Equal(
            PeerTrust.Identity,
            carriers.Receive(far with { Source = "friend", IsForwarded = true }, Everything).Trust
        );
        Assert.Equal(
            PeerTrust.Stranger,
            carriers.Receive(Carriers.Loopback with { Source = "foe" }, Everything).Trust
        );
        Assert.Equal(PeerTrust.Identity, carriers.Receive(Carriers.Loopback, Everything).Trust);
        Assert.Equal(PeerTrust.Stranger, carriers.Receive(far, Everything).Trust);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("127.0.0.0/8", "::ffff:127.0.0.1", true)]
    [InlineData("::1", "::1", true)]
    [InlineData("::1", "127.0.0.1", false)]
    [InlineData("10.0.0.0/8", "11.0.0.0", false)]
    [InlineData("fd00::/8", "fd12::1", true)]
    [InlineData("0.0.0.0/0", "203.0.113.9", true)]
    [InlineData("0.0.0.0/0", "2001:db8::1", false)]
    public void Receive_trusts_the_networks_that_are_named(
        string network,
        string address,
        bool isTrusted
    )
    {
        using var carriers = new Carriers([network]);
        var peer = new PeerInfo { Address = IPAddress.Parse(address) };
        Assert.Equal(isTrusted, carriers.Receive(peer).Trust != PeerTrust.Stranger);
        Assert.Equal(PeerTrust.Stranger, carriers.Receive(default).Trust);
    }

    [Fact]
    public void Receive_finds_the_global_ID_in_three_places()
    {
        using var carriers = new Carriers(["127.0.0.1"]);
        string Global(params (string, string)[] headers) =>
            carriers.Receive(Carriers.Loopback, headers).Context.GlobalRequestId.ToString();

        Assert.Equal(GlobalId, Global([.. Everything]));
        Assert.Equal(SenderId, Global(("X-Request-ID", SenderId), ("traceparent", Parent)));
        Assert.Equal("req-0af76519-16cd-43dd-8448-eb211c80319c", Global(("traceparent", Parent)));
        Assert.Equal(SenderId, Global(("X-Global-Request-ID", "?"), ("X-Request-ID", SenderId)));
        var alone = carriers.Receive(Carriers.Loopback).Context;
        Assert.Equal(alone.RequestId, alone.GlobalRequestId);
    }

    [Theory]
    [InlineData("X-Request-ID", "<script>", 8)]
    [InlineData("X-Global-Request-ID", "", 0)]
    [InlineData("X-Request-ID", "00000000-0000-0000-0000-000000000000", 36)]
    public void Receive_replaces_counts_and_tells_of_an_ill_formed_ID_from_anyone(
        string header,
        string value,
        int length
    )
    {
        foreach (var networks in new string[][] { [], ["127.0.0.1"] })
        {
            using var carriers = new Carriers(networks);
            var received = carriers.Receive(Carriers.Loopback, (header, value));
            Assert.False(received.Context.RequestId.IsNone);
            Assert.Equal([new RefusedHeader(header, length)], received.Refused);
            Assert.Equal(1, carriers.Counts[$"common.context.refused_ids header={header}"]);
        }
    }

    [Fact]
    public void Receive_refuses_two_IDs_in_two_lines()
    {
        using var carriers = new Carriers(["127.0.0.1"]);
        var received = carriers.Receive(
            Carriers.Loopback,
            ("X-Request-ID", SenderId),
            ("X-Request-ID", GlobalId)
        );
        Assert.Equal([new RefusedHeader("X-Request-ID", 80)], received.Refused);
        Assert.Equal(received.Context.RequestId, received.Context.GlobalRequestId);
    }

    public static TheoryData<string, string> IllFormed =>
        new()
        {
            { "traceparent", "00-00000000000000000000000000000000-b7ad6b7169203331-01" },
            { "X-User", "" },
            { "X-User", "al ice" },
            { "X-User", "al\u00EFce" },
            { "X-User", "alice%" },
            { "X-User", "alice%4" },
            { "X-User", "alice%0A" },
            { "X-User", "alice%C2%85" },
            { "X-User", "alice%FF" },
            { "X-User", new string('a', 513) },
            { "X-User", string.Concat(Enumerable.Repeat("%C3%A4", 257)) },
            { "X-Roles", string.Join(',', Enumerable.Repeat(new string('a', 512), 9)) },
            { "X-User-Domain", "a,b" },
            { "X-Tenant", "acme" },
            { "X-Roles", "a,,b" },
            { "X-Roles", "" },
            { "X-Roles", "a" + string.Concat(Enumerable.Repeat(",a", 64)) },
            { "X-Read-Only", "true" },
            { "X-Verbose", "yes" },
            { "X-Deadline", "-1" },
            { "X-On-Behalf-Of", "%" },
            { "baggage", "a" },
            { "baggage", new string('a', 8192) + "=1" },
        };

    [Theory]
    [MemberData(nameof(IllFormed))]
    public void Receive_ignores_and_counts_ill_formed_headers(string header, string value)
    {
        using var carriers = new Carriers(["127.0.0.1"]);
        var received = carriers.Receive(Carriers.Loopback, (header, value));
        Assert.Equal([new RefusedHeader(header, value.Length)], received.Refused);
        Assert.Equal(1, carriers.Counts[$"common.context.refused_headers header={header}"]);
        Assert.Equal(
            received.Context,
            new RequestContext(received.Context.RequestId)
            {
                TraceId = received.Context.TraceId,
                SpanId = received.Context.SpanId,
                TraceFlags = TraceParent.RandomTraceId,
            }
        );
    }

    [Fact]
    public void Receive_takes_the_span_of_the_platforms_activity_if_it_is_of_the_same_trace()
    {
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C);
        activity.SetParentId(
            ActivityTraceId.CreateFromString(TraceId),
            ActivitySpanId.CreateFromString("b7ad6b7169203331")
        );
        activity.Start();
        using var trusting = new Carriers(["127.0.0.1"]);
        Assert.Equal(
            activity.SpanId,
            trusting.Receive(Carriers.Loopback, ("traceparent", Parent)).Context.SpanId
        );
        using var strict = new Carriers();
        Assert.NotEqual(
            activity.TraceId,
            strict.Receive(Carriers.Loopback, ("traceparent", Parent)).Context.TraceId
        );
        Assert.Equal(activity.TraceId, strict.Receive(Carriers.Loopback).Context.TraceId);
    }
}
