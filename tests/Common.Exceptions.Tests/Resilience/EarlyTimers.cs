namespace Common.Exceptions.Tests.Resilience;

/// <summary>A clock whose timers fire a moment before their time is up, as those of the platform may.</summary>
internal sealed class EarlyTimers(TimeProvider time) : TimeProvider
{
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(1);

    public override long TimestampFrequency => time.TimestampFrequency;

    public override long GetTimestamp() => time.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => new EarlyTimer(time.CreateTimer(callback, state, Hasten(dueTime), period));

    private static TimeSpan Hasten(TimeSpan dueTime) => dueTime > Early ? dueTime - Early : dueTime;

    private sealed class EarlyTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) =>
            timer.Change(Hasten(dueTime), period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
