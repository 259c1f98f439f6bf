using NodaTime;

namespace Common.Time;

/// <summary>Brings the platform's times to UTC, and measures between them.</summary>
public static class UtcExtensions
{
    /// <summary>Gives the seconds from one instant to another.</summary>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The second one.</param>
    /// <returns>Seconds with decimals; negative if <paramref name="to"/> is earlier.</returns>
    public static double SecondsUntil(this Instant from, Instant to) => (to - from).TotalSeconds;

    /// <summary>Gives the instant of a time with an offset.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The instant.</returns>
    public static Instant NormalizeToUtc(this DateTimeOffset time) =>
        Instant.FromDateTimeOffset(time);

    /// <summary>Gives the instant of a time of the platform.</summary>
    /// <param name="time">A time; one of unspecified kind is taken as UTC, as databases give it.</param>
    /// <param name="localZone">The zone of a time of local kind.</param>
    /// <returns>The instant.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="localZone"/> is <see langword="null"/>.</exception>
    public static Instant NormalizeToUtc(this DateTime time, TimeZoneInfo localZone)
    {
        ArgumentNullException.ThrowIfNull(localZone);
        return Instant.FromDateTimeUtc(
            time.Kind == DateTimeKind.Local
                ? TimeZoneInfo.ConvertTimeToUtc(
                    DateTime.SpecifyKind(time, DateTimeKind.Unspecified),
                    localZone
                )
                : DateTime.SpecifyKind(time, DateTimeKind.Utc)
        );
    }
}
