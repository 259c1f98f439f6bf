using System.Diagnostics;

namespace Common.Logging.Internal;

/// <summary>Reads one clock for each record: it never goes back, and tells the time of day by a base that is compared now and then.</summary>
internal sealed class RecordClock
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>A step of the machine's clock that is followed; less is left to the next comparison.</summary>
    private const long FollowedStep = 1_000_000;

    private static readonly long EpochTicks = DateTime.UnixEpoch.Ticks;

    private readonly TimeProvider _time;
    private Base _base;

    public RecordClock(TimeProvider time)
    {
        _time = time;
        IsSystem = time == TimeProvider.System && Stopwatch.Frequency == NanosecondsPerSecond;
        _base = Read();
    }

    /// <summary>Whether readings are of the machine's own clocks; else all records go through one stripe, since a test's clock may stand still.</summary>
    public bool IsSystem { get; }

    /// <summary>What relates readings to the time of day; a new one after the machine's clock was set.</summary>
    public Base Current => Volatile.Read(ref _base);

    /// <summary>A reading, in nanoseconds.</summary>
    public long Now() => IsSystem ? Stopwatch.GetTimestamp() : UnixNanoseconds();

    /// <summary>Compares with the machine's clock, and follows it if it was set.</summary>
    public void Compare()
    {
        if (!IsSystem)
        {
            return;
        }

        var seen = Read();
        var expected = Current.UnixNanoseconds + (seen.Reading - Current.Reading);
        if (Math.Abs(seen.UnixNanoseconds - expected) > FollowedStep)
        {
            Volatile.Write(ref _base, seen);
        }
    }

    private Base Read()
    {
        var unix = UnixNanoseconds();
        return new Base(IsSystem ? Stopwatch.GetTimestamp() : unix, unix);
    }

    private long UnixNanoseconds() => (_time.GetUtcNow().UtcTicks - EpochTicks) * 100;

    /// <summary>A reading and the time of day at it.</summary>
    internal sealed record Base(long Reading, long UnixNanoseconds);
}
