using Common.Abstractions;
using Common.Context;
using Common.Time;
using NodaTime;
using Polly.Timeout;

namespace Common.Exceptions.Tests.Resilience;

public sealed class CallPipelineTests
{
    private static readonly ServiceException Unavailable = CommonErrors.DependencyUnavailable();

    public static TheoryData<double, double[]> Schedules =>
        new()
        {
            { 0, [0, 100, 300, 700] },
            { 0.5, [0, 150, 450, 1050] },
            { 1, [0, 200, 600, 1400] },
        };

    [Theory]
    [MemberData(nameof(Schedules))]
    public async Task Pauses_double_and_chance_takes_away_up_to_half(
        double chance,
        double[] expected
    )
    {
        using var test = new PipelineTest(new ResilienceOptions(), chance);

        var thrown = await test.FailAsync(_ => throw Unavailable);

        Assert.Same(Unavailable, thrown);
        Assert.Equal(expected, test.Attempts);
        Assert.Equal(["common.calls.retries dependency=stock: 3"], test.Meters.Lines);
    }

    [Fact]
    public async Task Pauses_stop_growing_at_the_longest()
    {
        using var test = new PipelineTest(
            new ResilienceOptions
            {
                MaxRetries = 5,
                FirstPause = Duration.FromMilliseconds(100),
                LongestPause = Duration.FromMilliseconds(300),
            },
            chance: 1
        );

        await test.FailAsync(_ => throw Unavailable);

        Assert.Equal([0, 100, 300, 600, 900, 1200], test.Attempts);
    }

    public static TheoryData<ErrorKind, Repetition, int> Advice
    {
        get
        {
            var table = new TheoryData<ErrorKind, Repetition, int>();
            foreach (var kind in Enum.GetValues<ErrorKind>())
            {
                table.Add(kind, Repetition.Never, 1);
                table.Add(
                    kind,
                    Repetition.Call,
                    kind is ErrorKind.Unavailable or ErrorKind.DeadlineExceeded ? 4 : 1
                );
                table.Add(
                    kind,
                    Repetition.UnitOfWork,
                    kind is ErrorKind.Unavailable or ErrorKind.DeadlineExceeded or ErrorKind.Aborted
                        ? 4
                        : 1
                );
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Advice))]
    public async Task Kind_and_repetition_decide_how_often_is_tried(
        ErrorKind kind,
        Repetition repetition,
        int attempts
    )
    {
        using var test = new PipelineTest(new ResilienceOptions());
        var error = new ServiceException(kind, "some.error", "An error.");

        Assert.Same(error, await test.FailAsync(_ => throw error, repetition));

        Assert.Equal(attempts, test.Attempts.Count);
    }

    [Fact]
    public async Task Retry_After_is_kept_and_callers_are_spread_after_it()
    {
        using var test = new PipelineTest(new ResilienceOptions { MaxRetries = 2 });
        var error = new ServiceException(ErrorKind.ResourceExhausted, "quota.used", "Later.")
        {
            RetryAfter = Duration.FromSeconds(3),
        };

        await test.FailAsync(_ => throw error);

        Assert.Equal([0, 3100, 6200], test.Attempts);
    }

    [Fact]
    public async Task Retry_After_that_is_negative_asks_for_no_pause()
    {
        using var test = new PipelineTest(new ResilienceOptions { MaxRetries = 2 });
        var error = new ServiceException(ErrorKind.Unavailable, "quota.used", "Later.")
        {
            RetryAfter = Duration.FromSeconds(-3),
        };

        await test.FailAsync(_ => throw error);

        Assert.Equal([0, 100, 200], test.Attempts);
    }

    [Fact]
    public async Task Retry_After_without_end_fails_at_once()
    {
        using var test = new PipelineTest(new ResilienceOptions());
        var error = new ServiceException(ErrorKind.Unavailable, "quota.used", "Later.")
        {
            RetryAfter = Duration.MaxValue,
        };

        Assert.Same(error, await test.FailAsync(_ => throw error));
    }

    [Theory]
    [InlineData(ErrorKind.ResourceExhausted)]
    [InlineData(ErrorKind.Unavailable)]
    public async Task Retry_After_beyond_the_deadline_fails_at_once(ErrorKind kind)
    {
        using var test = new PipelineTest(new ResilienceOptions());
        var error = new ServiceException(kind, "quota.used", "Later.")
        {
            RetryAfter = Duration.FromSeconds(30),
        };

        Assert.Same(error, await test.FailAsync(_ => throw error));

        Assert.Equal([0], test.Attempts);
        Assert.Equal(0, test.Now);
    }

    [Fact]
    public async Task Attempts_are_cut_to_what_remains_of_the_whole()
    {
        using var test = new PipelineTest(
            new ResilienceOptions { TotalTimeout = Duration.FromSeconds(25) }
        );

        var thrown = await test.FailAsync(Never.Comes);

        Assert.Equal([0, 10_150, 20_450], test.Attempts);
        Assert.Equal(25_000, test.Now);
        Assert.IsType<TimeoutRejectedException>(thrown);
        Assert.Equal(ErrorKind.DeadlineExceeded, ErrorMap.Default.Classify(thrown));
    }

    [Fact]
    public async Task Deadline_of_the_request_cuts_the_call()
    {
        using var test = new PipelineTest(new ResilienceOptions());
        var request = new RequestContext
        {
            Deadline = Deadline.After(Duration.FromSeconds(2), test.Clock),
        };

        Exception? thrown;
        using (request.Enter())
        {
            thrown = await test.FailAsync(Never.Comes);
        }

        Assert.Equal([0], test.Attempts);
        Assert.Equal(2_000, test.Now);
        Assert.Equal(ErrorKind.DeadlineExceeded, ErrorMap.Default.Classify(thrown!));
    }

    [Fact]
    public async Task Timer_that_fires_just_before_the_deadline_ends_the_call_as_the_deadline_does()
    {
        using var test = new PipelineTest(
            new ResilienceOptions { FirstPause = Duration.FromMilliseconds(1) },
            chance: 0,
            time: clock => new EarlyTimers(clock)
        );
        var request = new RequestContext
        {
            Deadline = Deadline.After(Duration.FromSeconds(2), test.Time),
        };

        Exception? thrown;
        using (request.Enter())
        {
            thrown = await test.FailAsync(Never.Comes);
        }

        Assert.Equal([0], test.Attempts); // the millisecond that is left is not worth another one
        Assert.Equal(1_999, test.Now);
        Assert.False(request.Deadline.IsExpired);
        Assert.Equal(ErrorKind.DeadlineExceeded, ErrorMap.Default.Classify(thrown!));
    }

    [Fact]
    public async Task Token_of_the_deadline_that_cancels_the_call_says_that_time_is_up()
    {
        using var test = new PipelineTest(
            new ResilienceOptions(),
            time: clock => new EarlyTimers(clock)
        );
        var request = new RequestContext
        {
            Deadline = Deadline.After(Duration.FromSeconds(2), test.Time),
        };
        using var limit = request.Deadline.ToCancellation(TestContext.Current.CancellationToken);

        ErrorKind kind;
        using (request.Enter())
        {
            // The pipeline knows of this deadline by the token alone.
            var thrown = await test.RunAsync(() =>
                test.Pipeline.ExecuteAsync(
                    _ => Never.Comes(limit.Token),
                    Repetition.Call,
                    TestContext.Current.CancellationToken
                )
            );
            kind = ErrorMap.Default.Classify(thrown!);
        }

        Assert.Equal(ErrorKind.DeadlineExceeded, kind);
        Assert.True(request.Deadline.IsExpired);
    }

    [Fact]
    public async Task Pause_that_would_outlast_the_deadline_is_not_waited_for()
    {
        using var test = new PipelineTest(
            new ResilienceOptions { TotalTimeout = Duration.FromMilliseconds(450) }
        );

        Assert.Same(Unavailable, await test.FailAsync(_ => throw Unavailable));

        Assert.Equal([0, 150], test.Attempts);
        Assert.Equal(150, test.Now);
    }

    [Fact]
    public async Task Request_whose_deadline_is_over_makes_no_attempt()
    {
        using var test = new PipelineTest(new ResilienceOptions());
        var request = new RequestContext { Deadline = Deadline.After(Duration.Zero, test.Clock) };

        Exception? thrown;
        using (request.Enter())
        {
            thrown = await test.FailAsync(_ => throw Unavailable);
        }

        Assert.Empty(test.Attempts);
        var error = Assert.IsType<ServiceException>(thrown);
        Assert.Equal(
            "deadline.exceeded: The request took longer than it may. | detail=no time was left to call stock",
            error.Message
        );
    }

    [Fact]
    public async Task Cancellation_ends_a_pause()
    {
        using var test = new PipelineTest(new ResilienceOptions());
        using var caller = new CancellationTokenSource();
        var call = test.CallAsync(_ => throw Unavailable, Repetition.Call, caller.Token).AsTask();
        test.Clock.Advance(Duration.FromMilliseconds(50));

        await caller.CancelAsync();
        var thrown = await Record.ExceptionAsync(() => call);

        Assert.IsType<OperationCanceledException>(thrown, exactMatch: false);
        Assert.Equal([0], test.Attempts);
        Assert.Equal(50, test.Now);
    }

    [Fact]
    public async Task Retries_are_logged_and_nothing_else()
    {
        using var test = new PipelineTest(new ResilienceOptions { MaxRetries = 2 });

        await test.FailAsync(_ => throw Unavailable);

        const string Cause =
            "cause=ServiceException: dependency.unavailable: The service cannot do this at the moment. Try again later.";
        Assert.Equal(
            [
                $"Warning 300 call.retrying dependency=stock attempt=1 pause=0:00:00:00.15 {Cause}",
                $"Warning 300 call.retrying dependency=stock attempt=2 pause=0:00:00:00.3 {Cause}",
            ],
            test.Logger.Lines
        );
    }

    [Fact]
    public async Task Success_after_a_retry_comes_out()
    {
        using var test = new PipelineTest(new ResilienceOptions());

        Assert.Null(
            await test.FailAsync(_ =>
                test.Attempts.Count < 3 ? throw Unavailable : ValueTask.CompletedTask
            )
        );

        Assert.Equal([0, 150, 450], test.Attempts);
    }

    [Fact]
    public async Task Change_of_the_options_holds_from_the_next_call()
    {
        using var test = new PipelineTest(new ResilienceOptions { MaxRetries = 1 });
        await test.FailAsync(_ => throw Unavailable);
        Assert.Equal(2, test.Attempts.Count);

        test.Options.Change(new ResilienceOptions { MaxRetries = 0 });
        await test.FailAsync(_ => throw Unavailable);

        Assert.Equal(3, test.Attempts.Count);
    }

    [Fact]
    public async Task Services_own_entries_of_the_map_decide_too()
    {
        var map = new ErrorMapBuilder()
            .Add<FormatException>(e => CommonErrors.DependencyUnavailable(e))
            .Build();
        using var test = new PipelineTest(new ResilienceOptions { MaxRetries = 1 }, map: map);

        await test.FailAsync(_ => throw new FormatException());

        Assert.Equal(2, test.Attempts.Count);
    }
}
