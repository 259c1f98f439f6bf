namespace Common.Testing.Internal;

/// <summary>Timers in the order in which they fall due; those of one time in the order in which they were set.</summary>
internal sealed class FakeTimerQueue
{
    private readonly SortedDictionary<(long Due, long Number), FakeTimer> _timers = [];
    private long _number;

    public int Count => _timers.Count;

    public long? NextDue
    {
        get
        {
            foreach (var key in _timers.Keys)
            {
                return key.Due;
            }

            return null;
        }
    }

    public void Add(FakeTimer timer, long due)
    {
        timer.Key = (due, ++_number);
        _timers.Add(timer.Key.Value, timer);
    }

    public void Remove(FakeTimer timer)
    {
        if (timer.Key is { } key)
        {
            _timers.Remove(key);
            timer.Key = null;
        }
    }

    public FakeTimer TakeFirst()
    {
        var timer = _timers.First().Value;
        Remove(timer);
        return timer;
    }
}
