using NodaTime;

namespace Common.Time;

/// <summary>A NodaTime clock that reads a <see cref="TimeProvider"/>.</summary>
/// <remarks>Thread-safe if the provider is. The precision is that of <see cref="DateTimeOffset"/>: 100 nanoseconds.</remarks>
/// <param name="timeProvider">Where the time comes from.</param>
/// <exception cref="ArgumentNullException"><paramref name="timeProvider"/> is <see langword="null"/>.</exception>
public sealed class TimeProviderClock(TimeProvider timeProvider) : IClock
{
    private readonly TimeProvider _timeProvider =
        timeProvider ?? throw new ArgumentNullException(nameof(timeProvider));

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(_timeProvider.GetUtcNow());
}
