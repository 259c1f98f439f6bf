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
#pragma warning disable CA2213 // what is logged after the end needs it still
    private readonly AutoResetEvent _wake = new(initialState: false);
#pragma warning restore CA2213
    private readonly object _progress = new();
    private ReadOnlyMemory<byte> _pending;
    private long _requested;
    private long _completed;
    private long _attempts;
    private long _emptied;
    private long _stallStart;
    private long _dropped;
    private long _reportedDropped;
    private long _sinkFailures;
    private int _isAwake;
    private volatile bool _isFailing;
    private Thread _thread;

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
            return WaitForFlush(EndOf(limit), isEnd: false);
        }
        catch (ThreadInterruptedException)
        {
            Thread.CurrentThread.Interrupt(); // for the caller's own wait: this one is a log call's
            return false;
        }
    }

    private static long EndOf(TimeSpan limit) =>
        Environment.TickCount64 + (long)limit.TotalMilliseconds;

    /// <summary>Waits for the flusher, at the end of the process not longer than a stuck sink is waited for.</summary>
    private bool WaitForFlush(long end, bool isEnd)
    {
        var request = Interlocked.Increment(ref _requested);
        Wake();
        lock (_progress)
        {
            var attempts = _attempts;
            while (_completed < request)
            {
                var left = end - Environment.TickCount64;
                left = isEnd ? Math.Min(left, BeginWaitAtEnd()) : left;
                if (left <= 0 || (_isFailing && _attempts > attempts + 1) || !_thread.IsAlive)
                {
                    return false;
                }

                Monitor.Wait(_progress, (int)Math.Min(left, 100));
            }

            return true;
        }
    }

    private void Wake()
    {
        // Asked first, since every record of a full stripe comes here.
        if (Volatile.Read(ref _isAwake) == 0 && Interlocked.Exchange(ref _isAwake, 1) == 0)
        {
            _wake.Set();
        }
    }

    private void Run()
    {
        var wait = _flushMilliseconds;
        do
        {
            _wake.WaitOne(wait);
            Interlocked.Exchange(ref _isAwake, 0); // a fence too: what was asked for by those who still saw 1 is seen from here on
            Cycle();
            wait = _isFailing
                ? Math.Min(Math.Max(wait, FlushMilliseconds) * 2, MostRetryMilliseconds)
                : _flushMilliseconds;
        } while (!_isStopping || (!_isFailing && HasRecords));
        _sink.Dispose();
    }

    private bool HasRecords =>
        !_pending.IsEmpty || Array.Exists(_stripes, static stripe => stripe.Writer.Position > 0);

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
                Volatile.Write(ref _movedAt, Environment.TickCount64);
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
                Report(exception);
            }

            return false;
        }
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "that nobody can be told, since there is no memory or no thread for it, must not stop the flusher"
    )]
    private void Report(Exception exception)
    {
        try
        {
            _sink.ReportFailure(exception);
        }
        catch (Exception)
        {
            Interlocked.Increment(ref _sinkFailures); // standard error's
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

        if (!_isFailing)
        {
            Wake();
        }

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
