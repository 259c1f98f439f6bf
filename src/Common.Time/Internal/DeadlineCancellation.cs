namespace Common.Time.Internal;

/// <summary>A source that is cancelled by a timer of a provider and by another token.</summary>
internal sealed class DeadlineCancellation : CancellationTokenSource
{
    private readonly Deadline _deadline;
    private readonly CancellationTokenRegistration _registration;
    private readonly ITimer? _timer;

    private DeadlineCancellation(Deadline deadline, TimeProvider time, CancellationToken other)
    {
        _deadline = deadline;
        if (other.IsCancellationRequested || deadline.IsExpired)
        {
            Cancel();
            return;
        }

        _registration = other.UnsafeRegister(static s => Cancel(s), this);
        _timer = time.CreateTimer(
            static s => ((DeadlineCancellation)s!).Tick(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        Wait();
    }

    /// <summary>Makes a source for a deadline, which is not <see cref="Deadline.None"/>.</summary>
    public static CancellationTokenSource Start(
        Deadline deadline,
        TimeProvider time,
        CancellationToken other
    ) => new DeadlineCancellation(deadline, time, other);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _registration.Dispose();
            _timer?.Dispose();
        }

        base.Dispose(disposing);
    }

    // The platform's timers leave out parts of milliseconds and follow a coarser counter, so that they may fire a moment too early.
    private void Tick()
    {
        if (_deadline.IsExpired)
        {
            Cancel(this);
        }
        else
        {
            Wait();
        }
    }

    private void Wait() =>
        _timer!.Change(
            TimeSpan.FromMilliseconds(Math.Ceiling(_deadline.Remaining.TotalMilliseconds)),
            Timeout.InfiniteTimeSpan
        );

    private static void Cancel(object? state)
    {
        try
        {
            ((DeadlineCancellation)state!).Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The timer fired while the work ended.
        }
    }
}
