namespace Common.Context.Tests;

public sealed class RequestLocalTests
{
    private static readonly RequestLocal<Thing> Local = new();
    private static readonly RequestLocal<Thing> Other = new();
    private static readonly RequestLocal<OnlyAsync> Async = new();

    [Fact]
    public void A_value_belongs_to_its_request_and_its_children_and_is_disposed_with_it()
    {
        var log = new List<string>();
        var context = new RequestContext();
        using (context.Enter())
        {
            Assert.Null(Local.Value);
            Local.Value = new Thing("first", log);
            using ((context with { User = "bob" }).Enter())
            {
                Assert.Equal("first", Local.Value.Name);
                Other.Value = new Thing("second", log);
            }

            Assert.Equal("second", Other.Value!.Name);
            using (new RequestContext().Enter())
            {
                Assert.Null(Local.Value);
            }

            Assert.Empty(log);
        }

        Assert.Equal(["second", "first"], log);
        Assert.Null(Local.Value);
    }

    [Fact]
    public void Every_value_that_was_set_is_disposed_once()
    {
        var log = new List<string>();
        using (new RequestContext().Enter())
        {
            var first = new Thing("first", log);
            Local.Value = first;
            Local.Value = new Thing("second", log);
            Other.Value = first;
            Local.Value = null;
        }

        Assert.Equal(["second", "first"], log);
    }

    [Fact]
    public async Task GetOrAdd_makes_one_for_all_flows_of_a_request()
    {
        var made = 0;
        using (new RequestContext().Enter())
        {
            var things = await Task.WhenAll(
                Enumerable
                    .Range(0, 32)
                    .Select(_ =>
                        Task.Run(() =>
                            Local.GetOrAdd(() =>
                            {
                                Interlocked.Increment(ref made);
                                return new Thing("one", []);
                            })
                        )
                    )
            );
            Assert.Single(things.Distinct());
        }

        Assert.Equal(1, made);
    }

    [Fact]
    public void The_first_scope_ends_the_request_for_all_its_contexts()
    {
        var log = new List<string>();
        var context = new RequestContext();
        using ((context with { User = "bob" }).Enter())
        {
            Local.Value = new Thing("first", log);
        }

        Assert.Equal(["first"], log);
        using var scope = context.Enter();
        Assert.Null(Local.Value);
        Assert.Throws<InvalidOperationException>(() => Local.Value = new Thing("late", log));
    }

    [Fact]
    public void Outside_of_a_request_there_is_nothing_to_set()
    {
        Assert.Null(Local.Value);
        var error = Assert.Throws<InvalidOperationException>(() =>
            Local.Value = new Thing("x", [])
        );
        Assert.Equal("There is no request that the value could belong to.", error.Message);
    }

    [Fact]
    public void After_the_end_there_is_nothing_to_set()
    {
        var context = new RequestContext();
        context.Enter().Dispose();
        using (context.Enter())
        {
            Assert.Null(Local.Value);
            var error = Assert.Throws<InvalidOperationException>(() =>
                Local.GetOrAdd(() => new Thing("x", []))
            );
            Assert.Equal(
                "The request is over; work that outlives it must enter a detached context.",
                error.Message
            );
        }
    }

    [Fact]
    public void What_can_only_be_disposed_asynchronously_is_refused()
    {
        using (new RequestContext().Enter())
        {
            var error = Assert.Throws<ArgumentException>(() => Async.Value = new OnlyAsync());
            Assert.StartsWith(
                "OnlyAsync can only be disposed asynchronously, and a request ends synchronously.",
                error.Message,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void A_failing_Dispose_stops_no_other_and_leaves_the_context()
    {
        var log = new List<string>();
        var scope = new RequestContext().Enter();
        Local.Value = new Thing("good", log);
        Other.Value = new Thing("bad", log) { Fails = true };
        var error = Assert.Throws<AggregateException>(scope.Dispose);
        Assert.StartsWith(
            "Something that belonged to the request could not be disposed.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(["bad", "good"], log);
        Assert.Null(RequestContext.Current);
    }

    [Fact]
    public async Task A_detached_context_keeps_the_identity_and_has_values_of_its_own()
    {
        var log = new List<string>();
        var context = new RequestContext
        {
            User = "alice",
            Deadline = Common.Time.Deadline.After(NodaTime.Duration.Zero, TimeProvider.System),
        };
        var gate = new TaskCompletionSource();
        Task work;
        using (context.Enter())
        {
            Local.Value = new Thing("request", log);
            var detached = context.Detach();
            Assert.Equal(context with { Deadline = default }, detached);
            using (detached.Enter())
            {
                work = Task.Run(
                    async () =>
                    {
                        using var own = detached.Detach().Enter();
                        await gate.Task;
                        Assert.Null(Local.Value);
                        Local.Value = new Thing("detached", log);
                        Assert.Equal(context.RequestId, RequestContext.Current!.RequestId);
                    },
                    TestContext.Current.CancellationToken
                );
            }
        }

        Assert.Equal(["request"], log);
        gate.SetResult();
        await work;
        Assert.Equal(["request", "detached"], log);
    }

    private sealed class Thing(string name, List<string> log) : IDisposable
    {
        public string Name => name;

        public bool Fails { get; init; }

        public void Dispose()
        {
            log.Add(name);
            if (Fails)
            {
                throw new InvalidOperationException(name);
            }
        }
    }

    private sealed class OnlyAsync : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
