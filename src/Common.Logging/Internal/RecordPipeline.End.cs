namespace Common.Logging.Internal;

/// <summary>What is urgent, and what is done at the end.</summary>
internal sealed partial class RecordPipeline
{
    private readonly Lock _late = new();
    private long _endStart;
    private long _movedAt;
    private long _lastUrgent;
    private volatile bool _isStopping;

    /// <summary>How long a stuck sink is waited for at the end, in all.</summary>
    public TimeSpan EndLimit { get; init; } = ExitHooks.Limit;

    /// <summary>Whether records can still be taken.</summary>
    public bool IsOpen => !_isStopping;

    /// <summary>What is left of the time that a stuck sink is waited for at the end.</summary>
    public TimeSpan EndLeft => TimeSpan.FromMilliseconds(Math.Max(0, EndMillisecondsLeft()));

    /// <summary>After an Error waits for the sink, at most once in 20 milliseconds; after a Fatal always. A stuck sink is not waited for twice.</summary>
    public void FlushSoon(bool isFatal)
    {
        var now = Environment.TickCount64;
        var last = Interlocked.Read(ref _lastUrgent);
        if (
            (!isFatal && now - last < FlushMilliseconds)
            || Volatile.Read(ref _stallStart) != 0
            || _isFailing
        )
        {
            return;
        }

        Interlocked.Exchange(ref _lastUrgent, now);
        try
        {
            var end = EndOf(_options.StallLimit.ToTimeSpan());
            if (Thread.CurrentThread != _thread && !WaitForFlush(end, isEnd: isFatal))
            {
                Interlocked.CompareExchange(ref _stallStart, now, 0);
            }
        }
        catch (ThreadInterruptedException)
        {
            Thread.CurrentThread.Interrupt(); // for the caller's own wait: this one is a log call's
        }
    }

    /// <summary>Waits as <see cref="Flush"/> does because the process ends.</summary>
    /// <param name="limit">How long to wait at most; null for as long as the sink moves.</param>
    /// <returns>Whether all records are with the sink.</returns>
    /// <remarks>
    /// An end is told in more ways than one: a signal, the host's shutdown, the exit of the process. A sink that does not move
    /// meanwhile is waited for once, for <see cref="EndLimit"/> in all.
    /// </remarks>
    public bool FlushAtEnd(TimeSpan? limit = null)
    {
        if (Thread.CurrentThread == _thread)
        {
            return false;
        }

        Limits?.ReportAll();
        var end = limit is { } given ? EndOf(given) : long.MaxValue;

        // The first turn may find out how many records were dropped, and says so in a record of the second.
        return WaitAtEnd(end) && WaitAtEnd(end);
    }

    /// <summary>From now on every log call hands its record on by itself, since there may be no time left for anybody else to do so.</summary>
    public void BeginEnd() => _wakeAt = -1;

    /// <summary>Writes what is left, as long as the sink moves within 5 seconds, and closes the sink.</summary>
    public void Dispose()
    {
        if (_isStopping)
        {
            return;
        }

        BeginEnd();
        var isWritten = FlushAtEnd();
        _isStopping = true;
        Wake();
        Join(isWritten ? TimeSpan.FromSeconds(1) : TimeSpan.Zero);
    }

    private static Thread Start(ThreadStart run)
    {
        var thread = new Thread(run) { IsBackground = true, Name = "Common.Logging" };
        thread.Start();
        return thread;
    }

    /// <summary>Called for a record that leaves a stripe more full than it should be, and at the end for each.</summary>
    private void HandOn()
    {
        if (_wakeAt >= 0 || Thread.CurrentThread == _thread)
        {
            if (!_isFailing) // that is tried in its own time, not for each record
            {
                Wake();
            }

            return;
        }

        _ = _isStopping
            ? Uninterrupted.Do(this, static self => self.WriteLate())
            : WaitAtEnd(long.MaxValue);
    }

    private bool WaitAtEnd(long end) =>
        Uninterrupted.Do(
            (Self: this, End: end),
            static wait => wait.Self.WaitForFlush(wait.End, isEnd: true)
        );

    /// <summary>Writes what was logged after the end, by a new flusher, since the sink may be stuck.</summary>
    private bool WriteLate()
    {
        lock (_late)
        {
            if (!_thread.IsAlive)
            {
                _thread = Start(Run);
                BeginWaitAtEnd();
                Wake();
            }

            return Join(EndLeft);
        }
    }

    private bool Join(TimeSpan limit) =>
        Thread.CurrentThread != _thread
        && Uninterrupted.Do((_thread, limit), static wait => wait._thread.Join(wait.limit));

    private long BeginWaitAtEnd()
    {
        Interlocked.CompareExchange(ref _endStart, Environment.TickCount64, 0);
        return EndMillisecondsLeft();
    }

    private long EndMillisecondsLeft()
    {
        var start = Interlocked.Read(ref _endStart);
        var stuck = Environment.TickCount64 - Math.Max(start, Volatile.Read(ref _movedAt));
        return (long)EndLimit.TotalMilliseconds - (start == 0 ? 0 : stuck);
    }
}
