using Common.Abstractions;
using Common.Context;
using Common.Time;
using NodaTime;
using Polly.CircuitBreaker;

namespace Common.Exceptions.Tests.Resilience;

public sealed class CircuitTests
{
    private static readonly ServiceException Unavailable = CommonErrors.DependencyUnavailable();

    [Fact]
    public async Task Circuit_opens_fails_at_once_and_closes_again()
    {
        using var test = new PipelineTest(
            new ResilienceOptions { BreakerCalls = 2, MaxRetries = 0 }
        );
        await test.FailAtOnceAsync(_ => throw Unavailable);
        await test.FailAtOnceAsync(_ => throw Unavailable);

        var refused = await test.FailAtOnceAsync(_ => throw Unavailable);

        Assert.Equal(2, test.Attempts.Count);
        Assert.IsType<BrokenCircuitException>(refused, exactMatch: false);
        var told = ErrorMap.Default.Map(refused);
        Assert.Equal(ErrorKind.Unavailable, told.Kind);
        Assert.Equal(Duration.FromSeconds(5), told.RetryAfter);

        test.Clock.Advance(Duration.FromSeconds(5));
        Assert.Null(await test.FailAtOnceAsync(_ => ValueTask.CompletedTask));
        Assert.Null(await test.FailAtOnceAsync(_ => ValueTask.CompletedTask));
        Assert.Equal(
            [
                "Warning 301 call.circuit_opened dependency=stock pause=0:00:00:05 cause=ServiceException: dependency.unavailable: The service cannot do this at the moment. Try again later.",
                "Information 302 call.circuit_closed dependency=stock",
            ],
            test.Logger.Lines
        );
        Assert.Equal(["common.calls.opened_circuits dependency=stock: 1"], test.Meters.Lines);
    }

    [Theory]
    [InlineData(ErrorKind.NotFound)]
    [InlineData(ErrorKind.InvalidArgument)]
    [InlineData(ErrorKind.Cancelled)]
    public async Task Circuit_stays_closed_while_only_callers_are_at_fault(ErrorKind kind)
    {
        using var test = new PipelineTest(
            new ResilienceOptions { BreakerCalls = 2, MaxRetries = 0 }
        );
        var error = new ServiceException(kind, "some.error", "An error.");

        for (var i = 0; i < 10; i++)
        {
            Assert.Same(error, await test.FailAsync(_ => throw error));
        }

        Assert.Empty(test.Logger.Lines);
    }

    [Fact]
    public async Task Circuit_does_not_count_attempts_that_the_request_cut_short()
    {
        using var test = new PipelineTest(
            new ResilienceOptions { BreakerCalls = 2, MaxRetries = 0 }
        );

        for (var i = 0; i < 5; i++)
        {
            var request = new RequestContext
            {
                Deadline = Deadline.After(Duration.FromMilliseconds(5), test.Clock),
            };
            using (request.Enter())
            {
                await test.FailAsync(Never.Comes);
            }
        }

        Assert.Equal(5, test.Attempts.Count);
        Assert.Empty(test.Logger.Lines);
    }
}
