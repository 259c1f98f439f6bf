using System.Runtime.InteropServices;

namespace Common.Logging.Internal;

/// <summary>Counts one event's records in an interval, and holds back those beyond the burst.</summary>
internal sealed class RateLimit(int burst, long intervalNanoseconds, Action<long> report)
{
    private readonly Lock _lock = new();
    private long _intervalStart = long.MinValue;
    private int _written;
    private long _heldBack;

    /// <summary>Asks whether a record may be written. If an interval has just ended, first tells how many it held back.</summary>
    /// <param name="reading">The time, in nanoseconds.</param>
    public bool TryTake(long reading)
    {
        long ended;
        bool mayWrite;
        using (Enter())
        {
            ended = EndInterval(reading);
            mayWrite = _written < burst;
            if (mayWrite)
            {
                _written++;
            }
            else
            {
                _heldBack++;
            }
        }

        Tell(ended);
        return mayWrite;
    }

    /// <summary>Tells how many records were held back in an interval that is over, even if no further record comes.</summary>
    /// <param name="reading">The time, in nanoseconds.</param>
    public void ReportEnded(long reading)
    {
        if (Volatile.Read(ref _heldBack) == 0)
        {
            return;
        }

        long ended;
        using (Enter())
        {
            ended = EndInterval(reading);
        }

        Tell(ended);
    }

    /// <summary>Tells how many records were held back so far.</summary>
    public void ReportAll()
    {
        long all;
        using (Enter())
        {
            all = _heldBack;
            _heldBack = 0;
        }

        Tell(all);
    }

    private Turn Enter()
    {
        Uninterrupted.Do(
            _lock,
            static turn =>
            {
                turn.Enter();
                return true;
            }
        );
        return new Turn(_lock);
    }

    private long EndInterval(long reading)
    {
        if (_intervalStart != long.MinValue && reading - _intervalStart < intervalNanoseconds)
        {
            return 0;
        }

        var ended = _heldBack;
        _intervalStart = reading;
        _written = 0;
        _heldBack = 0;
        return ended;
    }

    private void Tell(long count)
    {
        if (count > 0)
        {
            report(count);
        }
    }

    /// <summary>Leaves the lock.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct Turn(Lock turn) : IDisposable
    {
        public void Dispose() => turn.Exit();
    }
}
