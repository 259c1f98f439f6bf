namespace Common.Logging.Internal;

/// <summary>Counts one event's records in an interval, and holds back those beyond the burst.</summary>
internal sealed class RateLimit(int burst, long intervalNanoseconds)
{
    private readonly Lock _lock = new();
    private long _intervalStart = long.MinValue;
    private int _written;
    private long _heldBack;

    /// <summary>Asks whether a record may be written.</summary>
    /// <param name="reading">The time, in nanoseconds.</param>
    /// <param name="heldBack">How many were held back in an interval that has just ended.</param>
    public bool TryTake(long reading, out long heldBack)
    {
        lock (_lock)
        {
            heldBack = 0;
            if (_intervalStart == long.MinValue || reading - _intervalStart >= intervalNanoseconds)
            {
                _intervalStart = reading;
                _written = 0;
                heldBack = _heldBack;
                _heldBack = 0;
            }

            if (_written < burst)
            {
                _written++;
                return true;
            }

            _heldBack++;
            return false;
        }
    }
}
