using System.Threading.Channels;
using Common.Time;
using Common.Time.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Common.Context.Tests;

/// <summary>How a context reaches other threads and other work, and where it does not.</summary>
public sealed class FlowTests
{
    [Fact]
    public async Task A_thousand_concurrent_requests_never_see_another_ones_context()
    {
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(RequestAsync)));
        Assert.Null(RequestContext.Current);

        static async Task RequestAsync()
        {
            var context = new RequestContext();
            using (context.Enter())
            {
                for (var depth = 0; depth < 5; depth++)
                {
                    await Task.Yield();
                    Assert.Same(context, RequestContext.Current);
                    await NestedAsync(context, depth);
                }
            }

            Assert.Null(RequestContext.Current);
        }

        static async Task NestedAsync(RequestContext parent, int depth)
        {
            var child = parent with { User = $"user{depth}" };
            using (child.Enter())
            {
                await Task.WhenAll(
                    Task.Run(() => Assert.Same(child, RequestContext.Current)),
                    Task.Run(async () =>
                    {
                        await Task.Yield();
                        Assert.Equal(parent.RequestId, RequestContext.Current!.RequestId);
                    })
                );
            }
        }
    }

    [Fact]
    public async Task A_kept_alive_connection_shows_no_context_to_the_next_request()
    {
        // One loop is one connection: what a request entered must be gone when the next begins.
        for (var request = 0; request < 3; request++)
        {
            Assert.Null(RequestContext.Current);
            using (new RequestContext().Enter())
            {
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task A_timer_sees_the_context_that_made_it_only_if_it_was_not_left()
    {
        var seen = new TaskCompletionSource<RequestContext?>();
        using (new RequestContext().Enter())
        using (RequestContext.EnterNone())
        {
            await using var timer = new Timer(
                _ => seen.TrySetResult(RequestContext.Current),
                null,
                0,
                Timeout.Infinite
            );
            Assert.Null(await seen.Task);
        }
    }

    [Fact]
    public async Task A_snapshot_restores_the_context_or_that_there_is_none_on_a_thread()
    {
        var none = RequestContext.Capture();
        var context = new RequestContext();
        ContextSnapshot snapshot;
        using (context.Enter())
        {
            snapshot = RequestContext.Capture();
            await Task.Run(
                () =>
                {
                    using (none.Enter())
                    {
                        Assert.Null(RequestContext.Current);
                    }

                    Assert.Same(context, RequestContext.Current);
                },
                TestContext.Current.CancellationToken
            );
        }

        RequestContext? seen = null;
        var thread = new Thread(() =>
        {
            using (snapshot.Enter())
            {
                seen = RequestContext.Current;
            }
        });
        thread.UnsafeStart();
        thread.Join();
        Assert.Same(context, seen);
    }

    [Fact]
    public async Task The_IDs_cross_an_in_process_channel()
    {
        var channel = Channel.CreateUnbounded<(int Item, ContextSnapshot Context)>();
        var seen = new List<RequestId>();
        var consumer = Task.Run(
            async () =>
            {
                await foreach (var (_, context) in channel.Reader.ReadAllAsync())
                {
                    using (context.Enter())
                    {
                        await Task.Yield();
                        seen.Add(RequestContext.Current!.RequestId);
                    }
                }
            },
            TestContext.Current.CancellationToken
        );
        var sent = new List<RequestId>();
        for (var item = 0; item < 3; item++)
        {
            var request = new RequestContext();
            sent.Add(request.RequestId);
            using (request.Enter())
            {
                Assert.True(channel.Writer.TryWrite((item, RequestContext.Capture())));
            }
        }

        channel.Writer.Complete();
        await consumer;
        Assert.Equal(sent, seen);
    }

    [Fact]
    public async Task A_background_service_starts_a_context_in_one_line()
    {
        var rounds = new Rounds();
        using var services = new ServiceCollection()
            .AddSingleton<IHostedService>(rounds)
            .BuildServiceProvider();
        using (new RequestContext().Enter()) // what starts the host must not be seen in it
        {
            await rounds.StartAsync(TestContext.Current.CancellationToken);
        }

        await rounds.ExecuteTask!;
        Assert.Equal(3, rounds.Seen.Select(c => c!.RequestId).Distinct().Count());
        Assert.All(rounds.Seen, c => Assert.NotEqual(default, c!.TraceId));
    }

    [Fact]
    public void A_queue_consumer_starts_a_context_in_one_line()
    {
        using var carriers = new Carriers();
        var sender = RequestContext.StartNew() with { User = "alice" };
        var headers = new Dictionary<string, object?>();
        ContextCarrier.Write(sender, new MessageHeaders(headers), Egress.Whole);
        headers["X-User"] = "alice"u8.ToArray(); // as a broker's client gives it
        headers["other"] = 42;

        using (
            carriers
                .Carrier.Receive(new MessageHeaders(headers), PeerTrust.Identity)
                .Context.Enter()
        )
        {
            var current = RequestContext.Current!;
            Assert.Equal(sender.GlobalRequestId, current.GlobalRequestId);
            Assert.NotEqual(sender.RequestId, current.RequestId);
            Assert.Equal(sender.TraceId, current.TraceId);
            Assert.Equal("alice", current.User);
        }
    }

    [Fact]
    public async Task A_scheduled_job_starts_a_context_in_one_line()
    {
        var clock = new ManualTime(1000);
        var seen = new List<RequestContext?>();
        using (new RequestContext().Enter()) // whoever makes the timer
        {
            await using var timer = clock.CreateTimer(
                _ =>
                {
                    using (
                        RequestContext
                            .StartNew(Deadline.After(Duration.FromMinutes(1), clock))
                            .Enter()
                    )
                    {
                        seen.Add(RequestContext.Current);
                    }
                },
                null,
                TimeSpan.FromSeconds(1),
                TimeSpan.FromSeconds(1)
            );
            for (var tick = 0; tick < 3; tick++)
            {
                clock.Timers[0].Fire();
            }
        }

        Assert.Equal(3, seen.Select(c => c!.RequestId).Distinct().Count());
        Assert.All(seen, c => Assert.False(c!.Deadline.IsNone));
    }

    private sealed class Rounds : BackgroundService
    {
        public List<RequestContext?> Seen { get; } = [];

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            for (var round = 0; round < 3; round++)
            {
                using (RequestContext.StartNew().Enter())
                {
                    await Task.Yield();
                    Seen.Add(RequestContext.Current);
                }
            }
        }
    }
}
