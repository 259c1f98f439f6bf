using NodaTime;

namespace Common.Time;

/// <summary>A <see cref="TimeProvider"/> that takes the time of day from a NodaTime clock.</summary>
/// <remarks>
/// A clock has neither timers nor a monotonic counter, so those come from a second provider. Thread-safe if both are.
/// </remarks>
public sealed class ClockTimeProvider : TimeProvider
{
    private readonly IClock _clock;
    private readonly TimeProvider _timers;

    /// <summary>Makes a provider with the machine's own timers and counter.</summary>
    /// <param name="clock">Where the time of day comes from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="clock"/> is <see langword="null"/>.</exception>
    public ClockTimeProvider(IClock clock)
        : this(clock, System) { }

    /// <summary>Makes a provider with the timers and the counter of another.</summary>
    /// <param name="clock">Where the time of day comes from.</param>
    /// <param name="timers">Where timers, the monotonic counter and the local zone come from.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ClockTimeProvider(IClock clock, TimeProvider timers)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(timers);
        _clock = clock;
        _timers = timers;
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => _timers.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _timers.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _clock.GetCurrentInstant().ToDateTimeOffset();

    /// <inheritdoc/>
    public override long GetTimestamp() => _timers.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => _timers.CreateTimer(callback, state, dueTime, period);
}
