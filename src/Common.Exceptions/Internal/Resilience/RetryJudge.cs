using Common.Abstractions;
using NodaTime;
using Polly.Retry;
using Polly.Timeout;

namespace Common.Exceptions.Internal.Resilience;

/// <summary>Decides whether an attempt is followed by another, and after what pause.</summary>
internal sealed class RetryJudge(
    ResilienceOptions options,
    ErrorMap map,
    RetryBudget budget,
    Func<double> chance
)
{
    // Beyond what any call may take, so that it is never waited for; what a peer says may be longer than can be counted.
    private static readonly Duration LongestAsked = Duration.FromDays(1);

    public bool ShouldRetry(RetryPredicateArguments<object> arguments)
    {
        // What succeeded, which is nearly every call, is asked about first.
        if (CallFailure.Of(arguments.Outcome, map) is not { } failure)
        {
            return false;
        }

        var state = CallState.Of(arguments.Context);
        if (
            state.Repetition == Repetition.Never
            || arguments.AttemptNumber >= options.MaxRetries
            || arguments.Context.CancellationToken.IsCancellationRequested
            || IsTimeUp(arguments.Outcome.Exception, state)
            || PauseAfter(failure, arguments.AttemptNumber, state.Repetition) is not { } pause
            || pause >= Duration.FromTimeSpan(state.Remaining)
            || !budget.TryWithdraw()
        )
        {
            return false;
        }

        state.Pause = pause.ToTimeSpan();
        return true;
    }

    // The attempt had all the time that was left. Its timer may fire a moment before the deadline's counter says so.
    private static bool IsTimeUp(Exception? exception, CallState state) =>
        exception is TimeoutRejectedException && state.IsAttemptCut;

    private Duration? PauseAfter(CallFailure failure, int attempt, Repetition repetition) =>
        failure.Kind.ToRetryAdvice() switch
        {
            RetryAdvice.WithBackoff => AfterRequested(failure.RetryAfter) ?? Backoff(attempt),
            RetryAdvice.WhileDeadlineAllows => Backoff(attempt),
            RetryAdvice.AfterRetryAfter => AfterRequested(failure.RetryAfter),
            RetryAdvice.WholeUnitOfWork when repetition == Repetition.UnitOfWork => Backoff(
                attempt
            ),
            _ => null,
        };

    // Not before the time that was asked for, and not all at that very instant.
    private Duration? AfterRequested(Duration? retryAfter) =>
        retryAfter is { } asked
            ? Duration.Max(Duration.Min(asked, LongestAsked), Duration.Zero)
                + (options.FirstPause * chance())
            : null;

    // The pauses double; chance takes away up to half of each, so that callers which failed together come back apart.
    private Duration Backoff(int attempt) =>
        Duration.Min(options.FirstPause * (1L << attempt), options.LongestPause)
        * (0.5 + (0.5 * chance()));
}
