using System.Runtime;

namespace Common.Benchmarks.Runner;

/// <summary>Measures the contenders of a row in turns, in this process and on this thread.</summary>
/// <param name="effort">How long to measure.</param>
internal sealed class RowMeasurer(Effort effort)
{
    // A method is compiled again after 30 calls, and once more after 30 instrumented ones, each time 100 ms after
    // the last call to a method that was not yet compiled.
    private const int CallsBeforeTiering = 40;
    private const int HeavyTurns = 7;
    private const int HeavyWarmUp = 1;
    private static readonly TimeSpan TieringDelay = TimeSpan.FromMilliseconds(120);

    /// <summary>Measures one row.</summary>
    public IReadOnlyList<Result> Measure(IRow row)
    {
        if (row is IMeasuredRow own)
            return own.Measure(effort);
        var contenders = row.Prepare();
        var turns = row.IsHeavy ? Math.Min(effort.Turns, HeavyTurns) : effort.Turns;
        var counts = contenders
            .Select(c => row.IsHeavy ? WarmUpHeavy(c) : WarmUp(c, row))
            .ToArray();
        var times = NewTable(contenders.Count, turns);
        var bytes = NewTable(contenders.Count, turns);
        for (var turn = 0; turn < turns; turn++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            for (var i = 0; i < contenders.Count; i++)
            {
                // Each turn begins with another contender, so that none always follows the same neighbour.
                var at = (turn + i) % contenders.Count;
                (times[at][turn], bytes[at][turn]) = Turn(contenders[at], counts[at], row.Time);
            }
        }
        var baseline = Math.Max(0, IndexOfBaseline(contenders));
        return
        [
            .. contenders.Select(
                (contender, i) =>
                    new Result(
                        contender,
                        Statistics.Median(times[i]),
                        Statistics.Median(
                            times[i].Zip(times[baseline], (own, other) => own / other)
                        ),
                        Statistics.Spread(times[i]),
                        Statistics.Median(bytes[i])
                    )
                    {
                        MoreBytes =
                            Statistics.Median(bytes[i]) - Statistics.Median(bytes[baseline]),
                    }
            ),
        ];
    }

    private static double[][] NewTable(int contenders, int turns) =>
        [.. Enumerable.Range(0, contenders).Select(_ => new double[turns])];

    private static int IndexOfBaseline(IReadOnlyList<Contender> contenders) =>
        contenders.ToList().FindIndex(c => c.IsBaseline);

    /// <summary>A few operations that take seconds have called everything often enough.</summary>
    private int WarmUpHeavy(Contender contender)
    {
        if (effort.WarmUpRounds > 0)
            contender.Run(HeavyWarmUp);
        return 1;
    }

    /// <summary>Runs the contender until nothing is compiled any more, and finds how many operations fill a turn.</summary>
    private int WarmUp(Contender contender, IRow row)
    {
        contender.Run(1);
        using var never = new ManualResetEventSlim();
        var quiet = 0;
        for (var round = 0; round < effort.WarmUpRounds; round++)
        {
            var before = JitInfo.GetCompiledMethodCount();
            for (var call = 0; call < CallsBeforeTiering; call++)
                contender.Run(1);
            Fill(contender, row, effort.TurnNanoseconds);
            never.Wait(TieringDelay);
            // One quiet round says little on a loaded machine: the compiler's own thread may be waiting for its turn.
            quiet = JitInfo.GetCompiledMethodCount() == before ? quiet + 1 : 0;
            if (round >= 3 && quiet >= 3)
                break;
        }
        return Fill(contender, row, effort.TurnNanoseconds);
    }

    private static int Fill(Contender contender, IRow row, double nanoseconds)
    {
        var count = row.LeastOperations;
        while (true)
        {
            var elapsed = Turn(contender, count, row.Time).Nanoseconds * count;
            if (elapsed >= nanoseconds || count > int.MaxValue / 16)
                return count;
            var factor = elapsed <= 0 ? 10 : Math.Clamp(nanoseconds * 1.1 / elapsed, 1.5, 10);
            count = (int)Math.Ceiling(count * factor);
        }
    }

    private static (double Nanoseconds, double Bytes) Turn(
        Contender contender,
        int count,
        TimeSource time
    )
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = MeasuringClock.Read(time);
        contender.Run(count);
        var elapsed = MeasuringClock.Read(time) - start;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        return (elapsed / count, (double)bytes / count);
    }
}
