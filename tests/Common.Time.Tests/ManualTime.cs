namespace Common.Time.Tests;

/// <summary>A provider whose counter a test moves; its timers are kept and fired by hand.</summary>
internal sealed class ManualTime(long frequency) : TimeProvider
{
    public long Timestamp { get; set; }

    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

    public List<ManualTimer> Timers { get; } = [];

    public override long TimestampFrequency => frequency;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Timestamp;

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var timer = new ManualTimer(() => callback(state), dueTime);
        Timers.Add(timer);
        return timer;
    }
}
