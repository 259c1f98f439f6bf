namespace Common.Config.Tests;

/// <summary>A clock whose timers fire when the test says so.</summary>
internal sealed class TestTime : TimeProvider
{
    private readonly List<Timer> _timers = [];

    public int Timers => _timers.Count;

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var timer = new Timer(this, () => callback(state));
        _timers.Add(timer);
        return timer;
    }

    /// <summary>Lets one period pass.</summary>
    public void Tick()
    {
        foreach (var timer in _timers.ToArray())
        {
            timer.Fire();
        }
    }

    private sealed class Timer(TestTime owner, Action fire) : ITimer
    {
        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => owner._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
