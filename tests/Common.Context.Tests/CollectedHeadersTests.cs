using System.Diagnostics;

namespace Common.Context.Tests;

/// <summary>Headers that are a dictionary are gone through once, and known in any case.</summary>
public sealed class CollectedHeadersTests
{
    private const string Id = "req-550e8400-e29b-41d4-a716-446655440000";
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    [Theory]
    [InlineData("as written")]
    [InlineData("lower")]
    [InlineData("upper")]
    public void Receive_knows_the_names_of_a_dictionary_in_any_case(string letters)
    {
        string InCase(string name) =>
            letters switch
            {
                "lower" => name.ToLowerInvariant(),
                "upper" => name.ToUpperInvariant(),
                _ => name,
            };

        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [InCase("X-Global-Request-ID")] = Id,
            [InCase("traceparent")] = $"00-{TraceId}-b7ad6b7169203331-01",
            [InCase("tracestate")] = "a=b",
            [InCase("X-User")] = "alice",
            [InCase("X-Tenant")] = "/acme/eu",
            [InCase("X-Roles")] = "reader",
            [InCase("baggage")] = "k=v",
            ["X-Users"] = "bob",
            [""] = "",
        };
        using var carriers = new Carriers(["127.0.0.1"]);
        var received = carriers.Carrier.Receive(new DictionaryHeaders(headers), Carriers.Loopback);
        Assert.Equal(Id, received.Context.GlobalRequestId.ToString());
        Assert.Equal(TraceId, received.Context.TraceId.ToHexString());
        Assert.Equal("a=b", received.Context.TraceState);
        Assert.Equal("alice", received.Context.User);
        Assert.Equal("/acme/eu", received.Context.Tenant.ToString());
        Assert.Equal("reader", Assert.Single(received.Context.Roles));
        Assert.Equal("k=v", received.Context.Baggage.ToString());
        Assert.Empty(received.Refused);
    }

    [Fact]
    public void Receive_reads_any_dictionary()
    {
        var headers = new SortedList<string, string> { ["x-user"] = "alice" };
        var messages = new SortedList<string, object?> { ["x-user"] = "alice"u8.ToArray() };
        using var carriers = new Carriers(["127.0.0.1"]);
        Assert.Equal(
            "alice",
            carriers.Carrier.Receive(new DictionaryHeaders(headers), Carriers.Loopback).Context.User
        );
        Assert.Equal(
            "alice",
            carriers.Carrier.Receive(new MessageHeaders(messages), Carriers.Loopback).Context.User
        );
        Assert.Equal(
            "alice",
            carriers
                .Carrier.Receive(new DictionaryHeaders(headers), PeerTrust.Identity)
                .Context.User
        );
    }

    [Fact]
    public void Receive_refuses_a_header_that_is_there_in_two_cases()
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["X-User"] = "alice",
            ["x-user"] = "mallory",
        };
        using var carriers = new Carriers(["127.0.0.1"]);
        var received = carriers.Carrier.Receive(new DictionaryHeaders(headers), Carriers.Loopback);
        Assert.Null(received.Context.User);
        Assert.Equal(new RefusedHeader("X-User", 12), Assert.Single(received.Refused));
    }

    [Fact]
    public void Receive_keeps_a_bounded_number_of_lines()
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var bits = 0; bits < 1 << "tracestate".Length; bits++)
        {
            var name = string.Concat(
                "tracestate".Select((c, i) => (bits & (1 << i)) == 0 ? c : char.ToUpperInvariant(c))
            );
            headers[name] = "=";
        }

        headers["traceparent"] = $"00-{TraceId}-b7ad6b7169203331-01";
        using var carriers = new Carriers(["127.0.0.1"]);
        var received = carriers.Carrier.Receive(new DictionaryHeaders(headers), Carriers.Loopback);
        Assert.Null(received.Context.TraceState);
        Assert.Equal(new RefusedHeader("tracestate", 64), Assert.Single(received.Refused));
    }

    [Theory]
    [InlineData("forwarded")]
    [InlineData("x-forwarded-for")]
    [InlineData("X-ORIGINAL-FOR")]
    public void Receive_believes_no_identity_of_a_forwarded_request_in_any_case(string name)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [name] = "10.1.2.3",
            ["X-User"] = "mallory",
        };
        using var carriers = new Carriers(["127.0.0.1"]);
        var received = carriers.Carrier.Receive(new DictionaryHeaders(headers), Carriers.Loopback);
        Assert.Equal(PeerTrust.Ids, received.Trust);
        Assert.Null(received.Context.User);
    }

    [Fact]
    public void A_context_says_the_same_trace_however_it_got_it()
    {
        using var carriers = new Carriers(["127.0.0.1"]);
        var headers = new Dictionary<string, string>
        {
            ["traceparent"] = $"00-{TraceId}-b7ad6b7169203331-01",
        };
        var received = carriers
            .Carrier.Receive(new DictionaryHeaders(headers), Carriers.Loopback)
            .Context;
        var copy = received with
        {
            TraceId = ActivityTraceId.CreateFromString(TraceId),
            SpanId = ActivitySpanId.CreateFromString(received.SpanId.ToHexString()),
        };
        Assert.Equal(received, copy);
        Assert.Equal(received.GetHashCode(), copy.GetHashCode());
        Assert.Same(received.TraceId.ToHexString(), received.TraceId.ToHexString());
        Assert.Equal(TraceId, copy.TraceId.ToHexString());
        Assert.NotEqual(received, received with { SpanId = default });
        Assert.Equal(default, (received with { TraceId = default }).TraceId);
    }
}
