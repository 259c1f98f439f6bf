using NodaTime;

namespace Common.Time;

/// <summary>Turns instants into Unix time of every precision and back.</summary>
/// <remarks>Unix time knows no leap seconds. What is finer than the precision is cut off towards the past. All members are thread-safe.</remarks>
public static class UnixTime
{
    private const int NanosecondsPerMicrosecond = 1_000;
    private const int MicrosecondsPerSecond = 1_000_000;

    /// <summary>Gives the instant of whole seconds.</summary>
    /// <param name="seconds">Seconds since 1970-01-01T00:00:00Z.</param>
    /// <returns>The instant.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant is not from the year -9998 to 9999.</exception>
    public static Instant FromSeconds(long seconds) => Instant.FromUnixTimeSeconds(seconds);

    /// <summary>Gives the instant of whole milliseconds.</summary>
    /// <param name="milliseconds">Milliseconds since 1970-01-01T00:00:00Z.</param>
    /// <returns>The instant.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant is not from the year -9998 to 9999.</exception>
    public static Instant FromMilliseconds(long milliseconds) =>
        Instant.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>Gives the instant of whole microseconds.</summary>
    /// <param name="microseconds">Microseconds since 1970-01-01T00:00:00Z.</param>
    /// <returns>The instant.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant is not from the year -9998 to 9999.</exception>
    public static Instant FromMicroseconds(long microseconds)
    {
        var seconds = Math.DivRem(microseconds, MicrosecondsPerSecond, out var rest);
        return Instant
            .FromUnixTimeSeconds(seconds)
            .PlusNanoseconds(rest * NanosecondsPerMicrosecond);
    }

    /// <summary>Gives the instant of whole nanoseconds.</summary>
    /// <param name="nanoseconds">Nanoseconds since 1970-01-01T00:00:00Z; any value, which is from the year 1677 to 2262.</param>
    /// <returns>The instant.</returns>
    public static Instant FromNanoseconds(long nanoseconds) =>
        NodaConstants.UnixEpoch.PlusNanoseconds(nanoseconds);

    /// <summary>Gives the whole seconds of an instant.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>Seconds since 1970-01-01T00:00:00Z.</returns>
    public static long ToSeconds(Instant instant) => instant.ToUnixTimeSeconds();

    /// <summary>Gives the whole milliseconds of an instant.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>Milliseconds since 1970-01-01T00:00:00Z.</returns>
    public static long ToMilliseconds(Instant instant) => instant.ToUnixTimeMilliseconds();

    /// <summary>Gives the whole microseconds of an instant.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>Microseconds since 1970-01-01T00:00:00Z.</returns>
    public static long ToMicroseconds(Instant instant)
    {
        var (seconds, nanoseconds) = instant.ToUnixTimeSecondsAndNanoseconds();
        return (seconds * MicrosecondsPerSecond) + (nanoseconds / NanosecondsPerMicrosecond);
    }

    /// <summary>Gives the nanoseconds of an instant.</summary>
    /// <param name="instant">An instant from 1677-09-21 to 2262-04-11.</param>
    /// <returns>Nanoseconds since 1970-01-01T00:00:00Z.</returns>
    /// <exception cref="OverflowException">The instant lies beyond.</exception>
    public static long ToNanoseconds(Instant instant) =>
        (instant - NodaConstants.UnixEpoch).ToInt64Nanoseconds();
}
