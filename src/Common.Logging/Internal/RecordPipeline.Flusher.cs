using System.Diagnostics.CodeAnalysis;

namespace Common.Logging.Internal;

internal sealed partial class RecordPipeline
{
    /// <summary>How long a record waits at most before it is handed to the sink.</summary>
    private const int FlushMilliseconds = 20;

    /// <summary>The longest time between two attempts on a sink that fails.</summary>
    private const int MostRetryMilliseconds = 1000;

    private readonly LogSink _sink;
    private readonly Stripe.Batch[] _batches;
    private readonly Thread _thread;
    private readonly AutoResetEvent _wake = new(initialState: false);
    private readonly object _progress = new();
    private byte[] _merged = [];
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
        if (Interlocked.Exchange(ref _isAwake, 1) == 0)
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
        var wait = FlushMilliseconds;
        while (!_isStopping)
        {
            _wake.WaitOne(wait);
            Volatile.Write(ref _isAwake, 0);
            Cycle();
            wait = _isFailing
                ? Math.Min(Math.Max(wait, FlushMilliseconds) * 2, MostRetryMilliseconds)
                : FlushMilliseconds;
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

    /// <summary>Takes the records out of all stripes at one moment, and puts them in order.</summary>
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

        Stripe.Batch? only = null;
        var filled = 0;
        var length = 0;
        foreach (var batch in _batches)
        {
            if (batch.Count > 0)
            {
                only = batch;
                filled++;
                length += batch.Length;
            }
        }

        _pending =
            filled == 0 ? default
            : filled == 1 ? only!.Bytes.AsMemory(0, only.Length)
            : Merge(length);
    }

    private ReadOnlyMemory<byte> Merge(int length)
    {
        if (_merged.Length < length)
        {
            _merged = new byte[
                Math.Max(length, Math.Min(_merged.Length * 2, _most * _stripes.Length))
            ];
        }

        Span<int> next = stackalloc int[_batches.Length];
        next.Clear();
        var position = 0;
        while (position < length)
        {
            position += CopyRun(next, position);
        }

        return _merged.AsMemory(0, length);
    }

    /// <summary>Copies from the stripe with the earliest record all records up to the earliest one of another stripe.</summary>
    private int CopyRun(Span<int> next, int position)
    {
        var best = -1;
        var bound = long.MaxValue;
        for (var i = 0; i < _batches.Length; i++)
        {
            if (next[i] == _batches[i].Count)
            {
                continue;
            }

            var reading = _batches[i].Entries[next[i]].Reading;
            if (best < 0 || reading < _batches[best].Entries[next[best]].Reading)
            {
                bound =
                    best < 0 ? bound : Math.Min(bound, _batches[best].Entries[next[best]].Reading);
                best = i;
            }
            else
            {
                bound = Math.Min(bound, reading);
            }
        }

        var batch = _batches[best];
        var first = next[best];
        var start = first == 0 ? 0 : batch.Entries[first - 1].End;
        var last = first;
        while (last + 1 < batch.Count && batch.Entries[last + 1].Reading <= bound)
        {
            last++;
        }

        var length = batch.Entries[last].End - start;
        Array.Copy(batch.Bytes, start, _merged, position, length);
        next[best] = last + 1;
        return length;
    }

    /// <summary>Waits until the buffers are emptied once more, at most for what is left of the stall.</summary>
    private bool WaitForRoom(long emptied)
    {
        if (_options.WhenFull == WhenFull.Drop || _isStopping || Thread.CurrentThread == _thread)
        {
            return false;
        }

        Wake();
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
