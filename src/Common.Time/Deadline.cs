using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Common.Time.Internal;
using NodaTime;

namespace Common.Time;

/// <summary>A moment by which work must be done, on a monotonic counter.</summary>
/// <remarks>
/// It does not move when the machine's clock is set. It travels as remaining time, since a service never trusts another's
/// clock. The default value is <see cref="None"/>. Immutable and thread-safe.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly partial struct Deadline : IEquatable<Deadline>
{
    private readonly TimeProvider? _time;
    private readonly long _end;

    private Deadline(TimeProvider time, long end)
    {
        _time = time;
        _end = end;
    }

    /// <summary>No deadline: the work may take for ever.</summary>
    public static Deadline None => default;

    /// <summary>The longest time that a deadline can lie ahead.</summary>
    /// <value>999,999,999 milliseconds, which is 11 days, 13 hours, 46 minutes and 39.999 seconds.</value>
    public static Duration MaxRemaining { get; } =
        Duration.FromMilliseconds(MaxRemainingMilliseconds);

    /// <summary>Whether there is no deadline.</summary>
    [MemberNotNullWhen(false, nameof(_time))]
    public bool IsNone => _time is null;

    /// <summary>Whether the time is up.</summary>
    /// <value><see langword="false"/> for ever if there is no deadline.</value>
    public bool IsExpired => _time is not null && _time.GetTimestamp() >= _end;

    /// <summary>How much time is left.</summary>
    /// <value>Never negative; <see cref="Duration.MaxValue"/> if there is no deadline.</value>
    public Duration Remaining =>
        _time is null ? Duration.MaxValue : Duration.FromTimeSpan(RemainingTimeSpan(_time));

    /// <summary>Makes a deadline that lies a duration ahead.</summary>
    /// <param name="duration">Zero or less gives a deadline that is expired; more than <see cref="MaxRemaining"/> gives that.</param>
    /// <param name="timeProvider">Whose counter and timers are used.</param>
    /// <returns>The deadline.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeProvider"/> is <see langword="null"/>.</exception>
    public static Deadline After(Duration duration, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        return After(
            duration <= Duration.Zero ? 0 : Duration.Min(duration, MaxRemaining).BclCompatibleTicks,
            timeProvider
        );
    }

    /// <summary>Gives the deadline of a part of the work: at most a duration ahead, and never later than this one.</summary>
    /// <param name="duration">How long the part may take.</param>
    /// <param name="timeProvider">Whose counter is used if this is <see cref="None"/>.</param>
    /// <returns>The earlier of the two.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeProvider"/> is <see langword="null"/>.</exception>
    public Deadline Shorten(Duration duration, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        return _time is null ? After(duration, timeProvider)
            : duration >= Remaining ? this
            : After(duration, _time);
    }

    /// <summary>Makes a source whose token is cancelled when the time is up or another token is cancelled.</summary>
    /// <param name="cancellationToken">The other token.</param>
    /// <returns>A source that the caller disposes. Without a deadline only the other token cancels it.</returns>
    /// <example><code>using var limit = context.Deadline.ToCancellation(cancellationToken);</code></example>
    public CancellationTokenSource ToCancellation(CancellationToken cancellationToken = default)
    {
        if (_time is null)
        {
            return CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        }

        return DeadlineCancellation.Start(this, _time, cancellationToken);
    }

    /// <inheritdoc/>
    public bool Equals(Deadline other) => ReferenceEquals(_time, other._time) && _end == other._end;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is Deadline other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_time, _end);

    /// <summary>Says whether two deadlines are one moment of one counter.</summary>
    /// <param name="left">One deadline.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public static bool operator ==(Deadline left, Deadline right) => left.Equals(right);

    /// <summary>Says whether two deadlines are not one moment of one counter.</summary>
    /// <param name="left">One deadline.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they are not equal.</returns>
    public static bool operator !=(Deadline left, Deadline right) => !left.Equals(right);

    private static Deadline After(long ticks, TimeProvider timeProvider) =>
        new(
            timeProvider,
            timeProvider.GetTimestamp() + ToTimestamp(ticks, timeProvider.TimestampFrequency)
        );

    private static long ToTimestamp(long ticks, long frequency)
    {
        var (whole, rest) = Math.DivRem(frequency, TimeSpan.TicksPerSecond);
        return rest == 0
            ? ticks * whole
            : (long)((Int128)ticks * frequency / TimeSpan.TicksPerSecond);
    }

    private TimeSpan RemainingTimeSpan(TimeProvider time)
    {
        var now = time.GetTimestamp();
        return now >= _end ? TimeSpan.Zero : time.GetElapsedTime(now, _end);
    }
}
