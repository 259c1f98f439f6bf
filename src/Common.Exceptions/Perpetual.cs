using Common.Exceptions.Internal.Resilience;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Common.Exceptions;

/// <summary>Work that goes on for as long as the service runs, whatever fails: a consumer of a queue, a cleaner, a watcher.</summary>
public static class Perpetual
{
    private static readonly Duration FirstPause = Duration.FromSeconds(1);
    private static readonly Duration LongestPause = Duration.FromMinutes(1);

    /// <summary>How often one and the same failure is logged.</summary>
    /// <value>1 minute.</value>
    public static Duration LogPeriod { get; } = Duration.FromMinutes(1);

    /// <summary>
    /// Does the work again and again until it is cancelled. After a failure it pauses for 1 second, then for twice as long each time, up
    /// to 1 minute; after a success it begins with 1 second again.
    /// </summary>
    /// <param name="name">What the log calls the work.</param>
    /// <param name="work">One round. It waits by itself if there is nothing to do.</param>
    /// <param name="logger">Gets a Degraded record for a failure; for the same failure one a minute, with how often it was there.</param>
    /// <param name="time">Whose timers are used.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>A task that ends, without an exception, once <paramref name="cancellationToken"/> is cancelled.</returns>
    public static async Task RunAsync(
        string name,
        Func<CancellationToken, Task> work,
        ILogger logger,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(time);
        var failures = new FailureLog(name, logger, time);
        var pause = FirstPause;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await work(cancellationToken).ConfigureAwait(false);
                pause = FirstPause;
            }
            catch (Exception exception) when (!IsEnd(exception, cancellationToken))
            {
                failures.Add(exception, pause);
                await PauseAsync(pause, time, cancellationToken).ConfigureAwait(false);
                pause = Duration.Min(pause * 2, LongestPause);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static bool IsEnd(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private static async Task PauseAsync(
        Duration pause,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await Task.Delay(pause.ToTimeSpan(), time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The loop sees it.
        }
    }
}
