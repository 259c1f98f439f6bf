using NodaTime;

namespace Common.Exceptions.Tests.Resilience;

/// <summary>Retries stay within their budget, however many call.</summary>
public sealed class PipelineBudgetTests
{
    private static readonly ServiceException Unavailable = CommonErrors.DependencyUnavailable();

    [Fact]
    public async Task Storm_of_1000_callers_on_a_dead_dependency_stays_within_the_budget()
    {
        using var test = new PipelineTest(
            new ResilienceOptions { BreakerCalls = 100_000, MaxRetries = 10 }
        );

        await test.RunAsync([
            .. Enumerable.Repeat(
                () =>
                    test.Pipeline.ExecuteAsync(
                        _ =>
                        {
                            test.Attempt();
                            throw Unavailable;
                        },
                        Repetition.Call
                    ),
                1_000
            ),
        ]);

        // A tenth of the calls, and the reserve of 10 with what time gave back to it.
        var retries = test.Attempts.Count - 1_000;
        Assert.InRange(retries, 100, 110 + (int)(test.Now / 10_000));
    }

    [Fact]
    public async Task Storm_on_many_threads_stays_within_the_budget()
    {
        using var test = new PipelineTest(
            new ResilienceOptions
            {
                BreakerCalls = 100_000,
                FirstPause = Duration.FromMilliseconds(1),
                LongestPause = Duration.FromMilliseconds(1),
            }
        );
        using var pipeline = new CallPipeline(
            "stock",
            test.Options,
            ErrorMap.Default,
            test.Logger,
            TimeProvider.System
        );
        var attempts = 0;

        await Parallel.ForAsync(
            0,
            1_000,
            TestContext.Current.CancellationToken,
            async (_, token) =>
                await Record.ExceptionAsync(async () =>
                    await pipeline.ExecuteAsync(
                        _ =>
                        {
                            Interlocked.Increment(ref attempts);
                            throw Unavailable;
                        },
                        Repetition.Call,
                        token
                    )
                )
        );

        // Time may give back one retry of the reserve for each 10 seconds that a slow machine takes.
        Assert.InRange(attempts, 1_100, 1_130);
    }

    [Fact]
    public async Task Reserve_comes_back_with_time()
    {
        using var test = new PipelineTest(
            new ResilienceOptions
            {
                RetryBudget = 0,
                RetryReserve = 2,
                MaxRetries = 1,
            }
        );

        for (var i = 0; i < 4; i++)
        {
            await test.FailAsync(_ => throw Unavailable);
        }

        Assert.Equal(4 + 2, test.Attempts.Count);

        test.Clock.Advance(Duration.FromSeconds(10));
        await test.FailAsync(_ => throw Unavailable);
        await test.FailAsync(_ => throw Unavailable);

        Assert.Equal(4 + 2 + 2 + 1, test.Attempts.Count);
    }
}
