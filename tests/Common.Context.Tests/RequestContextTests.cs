using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Common.Time;
using NodaTime;

namespace Common.Context.Tests;

public sealed class RequestContextTests
{
    internal static RequestContext Full { get; } =
        new(RequestId.New(), RequestId.New())
        {
            TraceId = ActivityTraceId.CreateRandom(),
            SpanId = ActivitySpanId.CreateRandom(),
            TraceFlags = ActivityTraceFlags.Recorded,
            TraceState = "a=b",
            OfferedTraceId = ActivityTraceId.CreateRandom(),
            User = "alice",
            Domain = "example",
            Tenant = TenantPath.Parse("/acme/eu"),
            Roles = ["reader", "writer"],
            OnBehalfOf = "orders",
            IsReadOnly = true,
            Deadline = Deadline.After(Duration.FromSeconds(9), TimeProvider.System),
            IsVerbose = true,
            Baggage = Baggage.Empty.With("k", "v"),
        };

    public static TheoryData<string> Values =>
        [
            .. typeof(RequestContext)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(p => p.Name),
        ];

    [Theory]
    [MemberData(nameof(Values))]
    public void With_copies_and_Equals_compares(string name)
    {
        var property = typeof(RequestContext).GetProperty(name)!;
        var empty = new RequestContext(RequestId.New(), RequestId.New());
        Assert.NotEqual(property.GetValue(empty), property.GetValue(Full)); // else the test shows nothing
        var copy = Full with { };
        Assert.Equal(property.GetValue(Full), property.GetValue(copy));
        Assert.Equal(Full, copy);
        Assert.Equal(Full.GetHashCode(), copy.GetHashCode());
        property.SetValue(copy, property.GetValue(empty));
        Assert.NotEqual(Full, copy);
    }

    [Fact]
    public void A_new_context_has_one_fresh_ID_and_nothing_else()
    {
        var context = new RequestContext();
        Assert.False(context.RequestId.IsNone);
        Assert.Equal(context.RequestId, context.GlobalRequestId);
        Assert.Null(context.User);
        Assert.True(context.Tenant.IsNone);
        Assert.True(context.Roles.IsEmpty);
        Assert.True(context.Deadline.IsNone);
        Assert.NotEqual(context, new RequestContext());
    }

    [Fact]
    public void A_context_without_an_ID_cannot_be_made()
    {
        var error = Assert.Throws<ArgumentException>(() => new RequestContext(RequestId.None));
        Assert.StartsWith(
            "A context needs a request ID; None is not one.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => Full with { GlobalRequestId = RequestId.None });
    }

    [Fact]
    public void Empty_names_are_none_and_default_roles_are_empty()
    {
        var context = Full with { User = "", Domain = "", OnBehalfOf = "", Roles = default };
        Assert.Null(context.User);
        Assert.Null(context.Domain);
        Assert.Null(context.OnBehalfOf);
        Assert.Equal(ImmutableArray<string>.Empty, context.Roles);
    }

    [Fact]
    public void What_a_context_holds_can_travel_up_to_its_limits()
    {
        using var carriers = new Carriers(["127.0.0.1"]);
        var name = string.Concat(Enumerable.Repeat("\u00E4", 256)); // 512 bytes, 1,536 characters on the wire
        var context = new RequestContext
        {
            User = name,
            Roles = [.. Enumerable.Repeat(name, 8)],
            Tenant = TenantPath.Parse(
                string.Concat(Enumerable.Repeat("/" + new string('t', 15), 32))
            ),
        };
        Dictionary<string, string> headers = [];
        ContextCarrier.Write(context, new DictionaryHeaders(headers), Egress.Whole);
        var received = carriers.Carrier.Receive(new DictionaryHeaders(headers), Carriers.Loopback);
        Assert.Empty(received.Refused);
        Assert.Equal(name, received.Context.User);
        Assert.Equal(context.Roles, received.Context.Roles);
        Assert.Equal(context.Tenant, received.Context.Tenant);

        Assert.Equal(
            "A name has at most 512 bytes of UTF-8; this one has 513. (Parameter 'value')",
            Assert.Throws<ArgumentException>(() => context with { User = name + "a" }).Message
        );
        foreach (
            var roles in (string[][])
                [
                    [.. Enumerable.Repeat("a", 65)],
                    [.. Enumerable.Repeat(name, 8), "a"],
                    [name + "a"],
                    [""],
                ]
        )
        {
            Assert.Equal(
                "There are at most 64 roles, none of them empty, with at most 512 bytes of UTF-8 each and 4096 together. (Parameter 'value')",
                Assert.Throws<ArgumentException>(() => context with { Roles = [.. roles] }).Message
            );
        }
    }

    [Fact]
    public void ToString_shows_no_identity()
    {
        Assert.Equal(
            $"{Full.RequestId} (global {Full.GlobalRequestId}, tenant /acme/eu)",
            Full.ToString()
        );
    }

    [Fact]
    public void Enter_nests_and_leaves()
    {
        Assert.Null(RequestContext.Current);
        var child = Full with { User = "bob" };
        using (Full.Enter())
        {
            Assert.Same(Full, RequestContext.Current);
            using (child.Enter())
            {
                Assert.Same(child, RequestContext.Current);
                using (RequestContext.EnterNone())
                {
                    Assert.Null(RequestContext.Current);
                }

                Assert.Same(child, RequestContext.Current);
            }

            Assert.Same(Full, RequestContext.Current);
        }

        Assert.Null(RequestContext.Current);
    }

    [Fact]
    public async Task Enter_inside_an_async_method_does_not_reach_its_caller()
    {
        using (Full.Enter())
        {
            await EnterAndForgetAsync();
            Assert.Same(Full, RequestContext.Current);
        }

        static async Task EnterAndForgetAsync()
        {
            _ = new RequestContext().Enter();
            await Task.Yield();
        }
    }

    [Fact]
    public void GetOrAddView_makes_one_of_each_type_and_a_child_starts_with_none()
    {
        var context = Full with { };
        var made = 0;
        string Make(RequestContext c)
        {
            made++;
            return c.User!;
        }

        Assert.Equal("alice", context.GetOrAddView(Make));
        Assert.Equal("alice", context.GetOrAddView(Make));
        Assert.Equal(1, made);
        Assert.Same(context, context.GetOrAddView(c => new List<RequestContext> { c })[0]);
        Assert.Equal("alice", context.GetOrAddView(Make));
        Assert.Equal(1, made);
        Assert.Equal("bob", (context with { User = "bob" }).GetOrAddView(Make));
    }

    [Fact]
    public async Task GetOrAddView_keeps_one_for_all_threads()
    {
        var context = Full with { };
        using var start = new Barrier(8);
        var views = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            start.SignalAndWait();
                            return context.GetOrAddView(_ => new object());
                        },
                        CancellationToken.None,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                )
        );
        Assert.Single(views.Distinct());
    }
}
