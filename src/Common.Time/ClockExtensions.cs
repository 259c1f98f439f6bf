using NodaTime;

namespace Common.Time;

/// <summary>Asks a clock the usual questions about an instant.</summary>
/// <remarks>All members are as thread-safe as the clock.</remarks>
public static class ClockExtensions
{
    /// <summary>Gives how long ago an instant was.</summary>
    /// <param name="clock">Says what the time is.</param>
    /// <param name="instant">The instant.</param>
    /// <returns>Negative if the instant lies ahead.</returns>
    public static Duration Age(this IClock clock, Instant instant)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock.GetCurrentInstant() - instant;
    }

    /// <summary>Says whether an instant lies more than a duration back.</summary>
    /// <param name="clock">Says what the time is.</param>
    /// <param name="instant">The instant.</param>
    /// <param name="age">The duration; an instant exactly that old is not older.</param>
    /// <returns><see langword="true"/> if it is older.</returns>
    public static bool IsOlderThan(this IClock clock, Instant instant, Duration age) =>
        clock.Age(instant) > age;

    /// <summary>Says whether an instant lies less than a duration back, or ahead.</summary>
    /// <param name="clock">Says what the time is.</param>
    /// <param name="instant">The instant.</param>
    /// <param name="age">The duration; an instant exactly that old is not newer.</param>
    /// <returns><see langword="true"/> if it is newer.</returns>
    public static bool IsNewerThan(this IClock clock, Instant instant, Duration age) =>
        clock.Age(instant) < age;

    /// <summary>Says whether an instant has passed or lies at most a duration ahead, as when a token is to be renewed.</summary>
    /// <param name="clock">Says what the time is.</param>
    /// <param name="instant">The instant.</param>
    /// <param name="window">The duration, included.</param>
    /// <returns><see langword="true"/> if it is soon.</returns>
    public static bool IsSoon(this IClock clock, Instant instant, Duration window) =>
        -clock.Age(instant) <= window;
}
