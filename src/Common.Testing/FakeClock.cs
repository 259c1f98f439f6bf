using Common.Testing.Internal;
using NodaTime;

namespace Common.Testing;

/// <summary>A clock that a test moves: an <see cref="IClock"/> and a <see cref="TimeProvider"/> that tell one time.</summary>
/// <remarks>
/// Timers, delays, deadlines and cancellation on it fire in the order of their due times, each at its own time, on the thread
/// that advances. Thread-safe; callbacks may read and advance the clock, and make and change timers.
/// </remarks>
public sealed partial class FakeClock : TimeProvider, IClock
{
    private readonly Lock _gate = new();
    private readonly FakeTimerQueue _timers = new();
    private Instant _now;
    private long _elapsedTicks;
    private Duration _autoAdvance;

    /// <summary>Makes a clock that stands at 2000-01-01T00:00:00Z.</summary>
    public FakeClock()
        : this(Instant.FromUtc(2000, 1, 1, 0, 0)) { }

    /// <summary>Makes a clock that stands at an instant.</summary>
    /// <param name="start">The instant.</param>
    public FakeClock(Instant start) => _now = start;

    /// <summary>How far the clock moves after each reading of the time or of the counter.</summary>
    /// <value>Zero, by default: it stands still until it is advanced. Timers fire as it moves.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public Duration AutoAdvance
    {
        get
        {
            lock (_gate)
            {
                return _autoAdvance;
            }
        }
        set
        {
            CheckForward(value, nameof(value));
            lock (_gate)
            {
                _autoAdvance = value;
            }
        }
    }

    /// <summary>How many timers wait to fire.</summary>
    public int PendingTimers
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public Instant GetCurrentInstant()
    {
        Instant now;
        Duration step;
        lock (_gate)
        {
            now = _now;
            step = _autoAdvance;
        }

        AdvanceAfterReading(step);
        return now;
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => GetCurrentInstant().ToDateTimeOffset();

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        long elapsed;
        Duration step;
        lock (_gate)
        {
            elapsed = _elapsedTicks;
            step = _autoAdvance;
        }

        AdvanceAfterReading(step);
        return elapsed;
    }

    /// <summary>Sets the time of day as an administrator does: the counter and the timers do not notice.</summary>
    /// <param name="instant">The new time, before or after the present one.</param>
    public void SetTimeOfDay(Instant instant)
    {
        lock (_gate)
        {
            _now = instant;
        }
    }

    private void AdvanceAfterReading(Duration step)
    {
        if (step != Duration.Zero)
        {
            Advance(step);
        }
    }

    private static void CheckForward(Duration duration, string parameter)
    {
        if (duration < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(
                parameter,
                duration,
                "The clock only goes forward; use SetTimeOfDay to set it back."
            );
        }
    }
}
