using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Lifecycle;

/// <summary>Adds up the CPU time that rules take of the thread that calls them.</summary>
/// <remarks>
/// What the compiler does because a rule asks is the rule's. Not safe for use by several threads: the compiler calls rules on one here.
/// </remarks>
internal sealed class RuleMeter
{
    private int _depth;

    /// <summary>The time so far, in nanoseconds.</summary>
    public double Nanoseconds { get; private set; }

    /// <summary>Runs something and adds its time.</summary>
    public void Run(Action action)
    {
        if (_depth > 0)
        {
            action();
            return;
        }

        _depth++;
        var start = MeasuringClock.Read(TimeSource.ThreadCpu);
        try
        {
            action();
        }
        finally
        {
            Nanoseconds += MeasuringClock.Read(TimeSource.ThreadCpu) - start;
            _depth--;
        }
    }
}
