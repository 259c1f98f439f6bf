using System.Diagnostics.CodeAnalysis;

namespace Common.Logging.Internal;

internal sealed partial class RecordPipeline
{
    /// <summary>How long a record waits at most before it is handed to the sink.</summary>
    public const int FlushMilliseconds = 20;

    /// <summary>The longest time between two attempts on a sink that fails.</summary>
    private const int MostRetryMilliseconds = 1000;

    private readonly LogSink _sink;
    private readonly Stripe.Batch[] _batches;
    private readonly BatchMerger _merger;
    private readonly Thread _thread;
    private readonly AutoResetEvent _wake = new(initialState: false);
    private readonly object _progress = new();
    private ReadOnlyMemory<byte> _pending;
    private long _requested;
    private long _completed;
    private long _attempts;
    private long _emptied;
    private long _stallStart;
    private long _endStart;
    private long _lastUrgent;
    private long _dropped;
    private long _reportedDropped;
    private long _sinkFailures;
    private int _isAwake;
    private bool _isFailing;
    private volatile bool _isStopping;

    /// <summary>How many attempts to write failed.</summary>
    public long SinkFailures => Interlocked.Read(ref _sinkFailures);

    /// <summary>Waits until all records that were logged before are with the sink.</summary>
    /// <returns>Whether they are; not if the time is up or the sink fails.</returns>
    public bool Flush(TimeSpan limit)
    {
        if (Thread.CurrentThread == _thread)
        {
            return false;
        }

        try
        {
            return WaitForFlush(limit);
        }
        catch (ThreadInterruptedException)
        {
            Thread.CurrentThread.Interrupt(); // for the caller's own wait: this one is a log call's
            return false;
        }
    }

    private bool WaitForFlush(TimeSpan limit)
    {
        var request = Interlocked.Increment(ref _requested);
        var end = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        Wake();
        lock (_progress)
        {
            var attempts = _attempts;
            while (_completed < request)
            {
                var left = end - Environment.TickCount64;
                if (left <= 0 || (_isFailing && _attempts > attempts + 1) || !_thread.IsAlive)
                {
                    return false;
                }

                Monitor.Wait(_progress, (int)Math.Min(left, 100));
            }

            return true;
        }
    }

    /// <summary>Waits as <see cref="Flush"/> does because the process ends.</summary>
    /// <param name="limit">How long to wait at most.</param>
    /// <returns>Whether all records are with the sink.</returns>
    /// <remarks>
    /// An end is told in more ways than one: a signal, the host's shutdown, the exit of the process. A sink that does not move
    /// meanwhile is waited for once, for <see cref="EndLimit"/> in all.
    /// </remarks>
    public bool FlushAtEnd(TimeSpan limit)
    {
        Limits?.ReportAll();
        var left = EndLeft;
        lock (_progress)
        {
            _endStart = _endStart == 0 ? Environment.TickCount64 : _endStart;
        }

        return Flush(limit < left ? limit : left);
    }

    /// <summary>What is left of the time that a stuck sink is waited for at the end.</summary>
    public TimeSpan EndLeft
    {
        get
        {
            lock (_progress)
            {
                var gone = _endStart == 0 ? 0 : Environment.TickCount64 - _endStart;
                return TimeSpan.FromMilliseconds(Math.Max(0, EndLimit.TotalMilliseconds - gone));
            }
        }
    }

    /// <summary>How long a stuck sink is waited for at the end, in all.</summary>
    public TimeSpan EndLimit { get; init; } = ExitHooks.Limit;

    /// <summary>Whether records can still be taken.</summary>
    public bool IsOpen => !_isStopping;

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
        var limit = _options.StallLimit.ToTimeSpan();
        if (!(isFatal ? FlushAtEnd(limit) : Flush(limit)))
        {
            lock (_progress)
            {
                _stallStart = _stallStart == 0 ? now : _stallStart;
            }
        }
    }

    /// <summary>Writes what is left, for at most 5 seconds, and closes the sink.</summary>
    public void Dispose()
    {
        if (_isStopping)
        {
            return;
        }

        var isWritten = FlushAtEnd(EndLimit);
        _isStopping = true;
        Wake();
        if (
            Thread.CurrentThread != _thread
            && _thread.Join(isWritten ? TimeSpan.FromSeconds(1) : TimeSpan.Zero)
        )
        {
            _sink.Dispose();
            _wake.Dispose();
        }
    }

    private void Wake()
    {
        // Asked first, since every record of a full stripe comes here.
        if (Volatile.Read(ref _isAwake) == 0 && Interlocked.Exchange(ref _isAwake, 1) == 0)
        {
            try
            {
                _wake.Set();
            }
            catch (ObjectDisposedException)
            {
                // A record after the end; nobody takes it any more.
            }
        }
    }

    private void Run()
    {
        var wait = _flushMilliseconds;
        while (!_isStopping)
        {
            _wake.WaitOne(wait);
            Interlocked.Exchange(ref _isAwake, 0); // a fence too: what was asked for by those who still saw 1 is seen from here on
            Cycle();
            wait = _isFailing
                ? Math.Min(Math.Max(wait, FlushMilliseconds) * 2, MostRetryMilliseconds)
                : _flushMilliseconds;
        }
    }

    private void Cycle()
    {
        Clock.Compare();
        var request = Interlocked.Read(ref _requested);
        if (_pending.IsEmpty)
        {
            Collect();
            ReportDropped();
            Limits?.ReportEnded(Clock.Now());
        }
        else
        {
            request = -1; // what is pending was collected before the request
        }

        var hasMoved = _pending.IsEmpty || TryWrite();
        lock (_progress)
        {
            _attempts++;
            if (hasMoved)
            {
                _completed = Math.Max(_completed, request);
                _stallStart = 0;
                _endStart = 0;
            }

            Monitor.PulseAll(_progress);
        }

        if (hasMoved && request < 0)
        {
            Wake();
        }
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "whatever a sink throws, the flusher goes on and tries again"
    )]
    private bool TryWrite()
    {
        try
        {
            while (!_pending.IsEmpty)
            {
                _pending = _pending[_sink.Write(_pending.Span)..];
                _pending = _pending.IsEmpty ? _merger.Next() : _pending;
            }

            _isFailing = false;
            return true;
        }
        catch (Exception exception)
        {
            Interlocked.Increment(ref _sinkFailures);
            if (!_isFailing)
            {
                _isFailing = true;
                _sink.ReportFailure(exception);
            }

            return false;
        }
    }

    /// <summary>Takes the records out of all stripes at one moment, and begins to put them in order.</summary>
    private void Collect()
    {
        foreach (var stripe in _stripes)
        {
            stripe.Enter();
        }

        for (var i = 0; i < _stripes.Length; i++)
        {
            _stripes[i].Swap(_batches[i]);
            _stripes[i].Leave();
        }

        lock (_progress)
        {
            _emptied++;
            Monitor.PulseAll(_progress);
        }

        _merger.Begin();
        _pending = _merger.Next();
    }

    /// <summary>Waits until the buffers are emptied once more, at most for what is left of the stall.</summary>
    private bool WaitForRoom(long emptied)
    {
        if (_options.WhenFull == WhenFull.Drop || _isStopping || Thread.CurrentThread == _thread)
        {
            return false;
        }

        Wake();
        try
        {
            return WaitUntilEmptied(emptied);
        }
        catch (ThreadInterruptedException)
        {
            Thread.CurrentThread.Interrupt(); // for the caller's own wait: this one is a log call's
            return false;
        }
    }

    private bool WaitUntilEmptied(long emptied)
    {
        lock (_progress)
        {
            var now = Environment.TickCount64;
            if (_stallStart == 0)
            {
                _stallStart = now;
            }

            var end = _stallStart + (long)_options.StallLimit.TotalMilliseconds;
            while (_emptied == emptied)
            {
                var left = end - Environment.TickCount64;
                if (left <= 0)
                {
                    return false;
                }

                Monitor.Wait(_progress, (int)left);
            }

            return true;
        }
    }

    /// <summary>Says how many records were dropped; just after the buffers were emptied, so that it has room.</summary>
    private void ReportDropped()
    {
        var dropped = Interlocked.Read(ref _dropped);
        if (dropped > _reportedDropped)
        {
            var count = dropped - _reportedDropped;
            _reportedDropped = dropped;
            Dropped?.Invoke(count);
        }
    }
}
