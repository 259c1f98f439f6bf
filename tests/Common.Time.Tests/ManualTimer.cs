namespace Common.Time.Tests;

internal sealed class ManualTimer(Action fire, TimeSpan dueTime) : ITimer
{
    public TimeSpan DueTime { get; private set; } = dueTime;

    public bool IsDisposed { get; private set; }

    public void Fire() => fire();

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        DueTime = dueTime;
        return !IsDisposed;
    }

    public void Dispose() => IsDisposed = true;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
