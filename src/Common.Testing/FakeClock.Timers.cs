using Common.Testing.Internal;
using NodaTime;

namespace Common.Testing;

public sealed partial class FakeClock
{
    /// <summary>Moves the clock forward and fires what falls due, each timer at its own time and in the order of these.</summary>
    /// <param name="duration">How far; zero fires what is due now. What is finer than 100 nanoseconds, the tick of the platform, is cut off.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is negative.</exception>
    /// <remarks>An exception of a callback comes out here; the clock then stands at that timer's time.</remarks>
    public void Advance(Duration duration)
    {
        CheckForward(duration, nameof(duration));
        long end;
        lock (_gate)
        {
            end = _elapsedTicks + duration.BclCompatibleTicks;
        }

        while (TakeDue(end) is { } timer)
        {
            timer.Fire();
        }

        lock (_gate)
        {
            // A callback may have advanced beyond this end already.
            if (_elapsedTicks <= end)
            {
                _now += Duration.FromTicks(end - _elapsedTicks);
                _elapsedTicks = end;
            }
        }
    }

    /// <summary>Moves the clock forward to an instant and fires what falls due on the way.</summary>
    /// <param name="instant">The instant, not before the present one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="instant"/> lies before the present time.</exception>
    public void AdvanceTo(Instant instant)
    {
        Instant now;
        lock (_gate)
        {
            now = _now;
        }

        Advance(instant - now);
    }

    /// <summary>Moves the clock forward to the next timer and fires all that are due then.</summary>
    /// <returns><see langword="false"/> if no timer waits.</returns>
    public bool AdvanceToNextTimer()
    {
        long ticks;
        lock (_gate)
        {
            if (_timers.NextDue is not { } due)
            {
                return false;
            }

            ticks = Math.Max(0, due - _elapsedTicks);
        }

        Advance(Duration.FromTicks(ticks));
        return true;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal bool Schedule(FakeTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (timer.IsDisposed)
            {
                return false;
            }

            timer.Period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                _timers.Add(timer, _elapsedTicks + dueTime.Ticks);
            }
        }

        return true;
    }

    internal void Remove(FakeTimer timer)
    {
        lock (_gate)
        {
            timer.IsDisposed = true;
            _timers.Remove(timer);
        }
    }

    private FakeTimer? TakeDue(long end)
    {
        lock (_gate)
        {
            if (_timers.NextDue is not { } due || due > end)
            {
                return null;
            }

            var timer = _timers.TakeFirst();
            if (due > _elapsedTicks)
            {
                _now += Duration.FromTicks(due - _elapsedTicks);
                _elapsedTicks = due;
            }

            if (timer.Period != Timeout.InfiniteTimeSpan)
            {
                _timers.Add(timer, due + timer.Period.Ticks);
            }

            return timer;
        }
    }
}
