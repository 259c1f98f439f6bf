namespace Common.Testing.Internal;

/// <summary>A timer of a fake clock. It runs its callback in the execution context that made it, as the platform's timers do.</summary>
internal sealed class FakeTimer(FakeClock clock, TimerCallback callback, object? state) : ITimer
{
    // The platform's timers take no longer one, so that what passes a test must not throw in a service.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

#pragma warning disable CA2213 // a captured execution context holds nothing to release
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
#pragma warning restore CA2213

    /// <summary>Where it stands in the queue; guarded by the clock.</summary>
    public (long Due, long Number)? Key { get; set; }

    /// <summary>How long after it fired it fires again; guarded by the clock.</summary>
    public TimeSpan Period { get; set; } = Timeout.InfiniteTimeSpan;

    /// <summary>Whether it is disposed; guarded by the clock.</summary>
    public bool IsDisposed { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        CheckTime(dueTime, nameof(dueTime));
        CheckTime(period, nameof(period));
        if (!clock.Schedule(this, dueTime, period))
        {
            return false;
        }

        if (dueTime == TimeSpan.Zero)
        {
            clock.Advance(NodaTime.Duration.Zero);
        }

        return true;
    }

    public void Fire()
    {
        if (_context is null)
        {
            callback(state);
        }
        else
        {
            ExecutionContext.Run(_context, static t => ((FakeTimer)t!).Call(), this);
        }
    }

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Call() => callback(state);

    private static void CheckTime(TimeSpan time, string parameter)
    {
        if ((time < TimeSpan.Zero && time != Timeout.InfiniteTimeSpan) || time > Longest)
        {
            throw new ArgumentOutOfRangeException(
                parameter,
                time,
                "A timer's time is from zero to 4,294,967,294 milliseconds, or Timeout.InfiniteTimeSpan."
            );
        }
    }
}
