using Common.Abstractions;
using Microsoft.Extensions.Logging;
using NodaTime;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Common.Exceptions.Internal.Resilience;

/// <summary>Builds the strategies of a dependency from its options.</summary>
internal sealed class PipelineFactory(
    string name,
    ErrorMap map,
    ILogger logger,
    CallMeter meter,
    TimeProvider time,
    Func<double> chance
)
{
    public TimeProvider Time => time;

    public BuiltPipeline Build(ResilienceOptions options)
    {
        var budget = new RetryBudget(options.RetryBudget, options.RetryReserve, time);
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        builder.AddTimeout(
            new TimeoutStrategyOptions
            {
                TimeoutGenerator = static arguments => new(CallState.Of(arguments.Context).Time),
            }
        );
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(Retry(options, budget));
        }

        builder.AddCircuitBreaker(Breaker(options));
        var attemptTime = options.AttemptTimeout.ToTimeSpan();
        builder.AddTimeout(
            new TimeoutStrategyOptions
            {
                TimeoutGenerator = arguments =>
                    new(AttemptTime(CallState.Of(arguments.Context), attemptTime)),
            }
        );
        return new BuiltPipeline(builder.Build(), budget, options.TotalTimeout);
    }

    private RetryStrategyOptions Retry(ResilienceOptions options, RetryBudget budget)
    {
        var judge = new RetryJudge(options, map, budget, chance);
        return new RetryStrategyOptions
        {
            MaxRetryAttempts = options.MaxRetries,
            ShouldHandle = arguments => new(judge.ShouldRetry(arguments)),
            DelayGenerator = static arguments => new(CallState.Of(arguments.Context).Pause),
            OnRetry = arguments =>
            {
                meter.Retried();
                logger.CallRetried(
                    name,
                    arguments.AttemptNumber + 1,
                    Duration.FromTimeSpan(arguments.RetryDelay),
                    CallFailure.Describe(arguments.Outcome)
                );
                return default;
            },
        };
    }

    private CircuitBreakerStrategyOptions Breaker(ResilienceOptions options) =>
        new()
        {
            FailureRatio = options.BreakerRatio,
            MinimumThroughput = options.BreakerCalls,
            SamplingDuration = options.BreakerWindow.ToTimeSpan(),
            BreakDuration = options.BreakerPause.ToTimeSpan(),
            ShouldHandle = arguments => new(IsDependencysFault(arguments)),
            OnOpened = arguments =>
            {
                meter.Opened();
                logger.CircuitOpened(
                    name,
                    Duration.FromTimeSpan(arguments.BreakDuration),
                    CallFailure.Describe(arguments.Outcome)
                );
                return default;
            },
            OnClosed = _ =>
            {
                logger.CircuitClosed(name);
                return default;
            },
        };

    private bool IsDependencysFault(CircuitBreakerPredicateArguments<object> arguments) =>
        CallFailure.Of(arguments.Outcome, map)?.Kind switch
        {
            ErrorKind.Unavailable => true,
            ErrorKind.DeadlineExceeded => !CallState.Of(arguments.Context).IsAttemptCut,
            _ => false,
        };

    private static TimeSpan AttemptTime(CallState state, TimeSpan limit)
    {
        var remaining = state.IsUnderWay ? state.Remaining : state.Time;
        state.IsUnderWay = true;
        state.IsAttemptCut = remaining < limit;
        return !state.IsAttemptCut ? limit
            : remaining > TimeSpan.Zero ? remaining
            : TimeSpan.FromTicks(1); // zero would mean that there is no limit
    }
}
