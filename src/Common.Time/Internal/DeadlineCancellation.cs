namespace Common.Time.Internal;

/// <summary>A source that is cancelled by a timer of a provider and by another token.</summary>
internal sealed class DeadlineCancellation : CancellationTokenSource
{
    private readonly CancellationTokenRegistration _registration;
    private readonly ITimer? _timer;

    private DeadlineCancellation(TimeProvider time, TimeSpan remaining, CancellationToken other)
    {
        if (other.IsCancellationRequested || remaining <= TimeSpan.Zero)
        {
            Cancel();
            return;
        }

        _registration = other.UnsafeRegister(static s => Cancel(s), this);
        _timer = time.CreateTimer(static s => Cancel(s), this, remaining, Timeout.InfiniteTimeSpan);
    }

    public static CancellationTokenSource Start(
        TimeProvider time,
        TimeSpan remaining,
        CancellationToken other
    ) => new DeadlineCancellation(time, remaining, other);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _registration.Dispose();
            _timer?.Dispose();
        }

        base.Dispose(disposing);
    }

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
