using NodaTime;

namespace Common.Time;

/// <summary>Measures how long work takes, in splits, and how much of a limit is left.</summary>
/// <remarks>On a monotonic counter: it never goes back and nothing it gives is negative. Not thread-safe.</remarks>
public sealed class SplitStopwatch
{
    private readonly TimeProvider _time;
    private readonly List<StopwatchSplit> _splits = [];
    private long _start;
    private TimeSpan _before;
    private bool _isRunning;

    private SplitStopwatch(TimeProvider time, Duration? limit)
    {
        _time = time;
        Limit = limit;
        _start = time.GetTimestamp();
        _isRunning = true;
    }

    /// <summary>How long the work may take.</summary>
    /// <value><see langword="null"/> if there is no limit.</value>
    public Duration? Limit { get; }

    /// <summary>Whether time is counted.</summary>
    public bool IsRunning => _isRunning;

    /// <summary>How long it has run.</summary>
    /// <value>Never negative; the pauses between <see cref="Stop"/> and <see cref="Resume"/> do not count.</value>
    public Duration Elapsed => Duration.FromTimeSpan(Running());

    /// <summary>How much of the limit is left.</summary>
    /// <value>Never negative; <see cref="Duration.MaxValue"/> if there is no limit.</value>
    public Duration Leftover =>
        Limit is { } limit ? Duration.Max(limit - Elapsed, Duration.Zero) : Duration.MaxValue;

    /// <summary>Whether the limit is used up.</summary>
    /// <value><see langword="false"/> for ever if there is no limit.</value>
    public bool IsExpired => Limit is { } limit && Elapsed >= limit;

    /// <summary>The splits taken so far.</summary>
    public IReadOnlyList<StopwatchSplit> Splits => _splits;

    /// <summary>Starts a stopwatch without a limit.</summary>
    /// <param name="timeProvider">Whose counter is used.</param>
    /// <returns>A running stopwatch.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeProvider"/> is <see langword="null"/>.</exception>
    public static SplitStopwatch StartNew(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        return new SplitStopwatch(timeProvider, null);
    }

    /// <summary>Starts a stopwatch with a limit.</summary>
    /// <param name="timeProvider">Whose counter is used.</param>
    /// <param name="limit">Zero or more.</param>
    /// <returns>A running stopwatch.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeProvider"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is negative.</exception>
    public static SplitStopwatch StartNew(TimeProvider timeProvider, Duration limit)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        return limit >= Duration.Zero
            ? new SplitStopwatch(timeProvider, limit)
            : throw new ArgumentOutOfRangeException(
                nameof(limit),
                limit,
                "The limit must not be negative."
            );
    }

    /// <summary>Takes a split: the time since the start, and since the split before.</summary>
    /// <returns>The split.</returns>
    public StopwatchSplit Split()
    {
        var elapsed = Elapsed;
        var before = _splits.Count == 0 ? Duration.Zero : _splits[^1].Elapsed;
        var split = new StopwatchSplit(elapsed, elapsed - before);
        _splits.Add(split);
        return split;
    }

    /// <summary>Stops counting; a stopped one stays as it is.</summary>
    public void Stop()
    {
        _before = Running();
        _isRunning = false;
    }

    /// <summary>Goes on counting; a running one stays as it is.</summary>
    public void Resume()
    {
        if (!_isRunning)
        {
            _start = _time.GetTimestamp();
            _isRunning = true;
        }
    }

    /// <summary>Starts again from zero, without splits.</summary>
    public void Restart()
    {
        _splits.Clear();
        _before = TimeSpan.Zero;
        _start = _time.GetTimestamp();
        _isRunning = true;
    }

    private TimeSpan Running()
    {
        if (!_isRunning)
        {
            return _before;
        }

        var running = _time.GetElapsedTime(_start);
        return running > TimeSpan.Zero ? _before + running : _before;
    }
}
