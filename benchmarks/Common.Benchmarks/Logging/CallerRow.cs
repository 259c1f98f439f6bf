using System.Diagnostics;
using System.Text;
using Common.Benchmarks.Runner;
using Common.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>How long a caller waits for its log call while 50,000 records a second go to a file.</summary>
internal sealed class CallerRow : IMeasuredRow, IDisposable
{
    private const int PerSecond = 50_000;
    private const int MostTurns = 9;

    /// <summary>How many calls are made for each turn: a quarter of a second.</summary>
    private const int Calls = PerSecond / 4;

    private static readonly double[] Parts = [0.5, 0.99];

    private readonly List<IDisposable> _disposables = [];

    public string Area => "Logging";

    public string Title => "the caller's wait at 50,000 records/s";

    public IReadOnlyList<Contender> Prepare() =>
        [
            Contender.Baseline("Common", Common()),
            new("MEL", Peer(output => LoggingPeers.Platform(isJson: true, output))),
            new("NLog", Peer(output => LoggingPeers.NLog(isJson: true, output))),
            new(
                "NLog, queued",
                Peer(output => LoggingPeers.NLog(isJson: true, output, isQueued: true))
            ),
            new("Serilog", Peer(output => LoggingPeers.Serilog(isJson: true, output))),
        ];

    public IReadOnlyList<Result> Measure(Effort effort)
    {
        var contenders = Prepare();
        var turns = Math.Min(effort.Turns, MostTurns);
        var calls = effort.WarmUpRounds == 0 ? Calls / 100 : Calls;
        var waits = contenders
            .Select(_ => Parts.Select(_ => new double[turns]).ToArray())
            .ToArray();
        var measured = new long[calls];
        for (var turn = effort.WarmUpRounds == 0 ? 0 : -2; turn < turns; turn++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                Pace(contenders[i].Run, measured);
                measured.AsSpan().Sort();
                for (var part = 0; part < Parts.Length && turn >= 0; part++)
                    waits[i][part][turn] =
                        measured[(int)(Parts[part] * calls)] * (1e9 / Stopwatch.Frequency);
            }
        }

        return [.. Parts.SelectMany((part, at) => Results(contenders, waits, at))];
    }

    public void Dispose()
    {
        _disposables.Reverse();
        _disposables.ForEach(disposable => disposable.Dispose());
    }

    private static IEnumerable<Result> Results(
        IReadOnlyList<Contender> contenders,
        double[][][] waits,
        int part
    )
    {
        var best = contenders
            .Select((contender, i) => (contender, Wait: Statistics.Median(waits[i][part])))
            .Where(found => !found.contender.IsBaseline)
            .Min(found => found.Wait);
        return contenders.Select(
            (contender, i) =>
                new Result(
                    new Contender(
                        FormattableString.Invariant($"p{Parts[part] * 100:0}: {contender.Name}"),
                        contender.Run
                    )
                    {
                        Goals = contender.IsBaseline ? [Goal.OfBest(1)] : [],
                    },
                    Statistics.Median(waits[i][part]),
                    Statistics.Median(waits[i][part]) / best,
                    Statistics.Spread(waits[i][part]),
                    0
                )
        );
    }

    /// <summary>Makes one call every 20 microseconds, and keeps how long each took.</summary>
    private static void Pace(Action<int> call, long[] measured)
    {
        var step = Stopwatch.Frequency / PerSecond;
        var next = Stopwatch.GetTimestamp();
        for (var i = 0; i < measured.Length; i++)
        {
            next += step;
            long start;
            while ((start = Stopwatch.GetTimestamp()) < next) { }

            call(1);
            measured[i] = Stopwatch.GetTimestamp() - start;
            next = Math.Max(next, start - step); // late calls are not made up for in a burst
        }
    }

    private Action<int> Common()
    {
        var file = Keep(new TemporaryFile());
        var services = Keep(LoggingPeers.Common(LogFormat.Json, file.Path));
        var logger = services.GetRequiredService<ILogger<RecordRow>>();
        Keep(LoggingPeers.Context.Enter());
        return _ => logger.OrderCompleted(42, 3, 129.95m);
    }

    private Action<int> Peer(Func<TextWriter, IDisposable> create)
    {
        var file = Keep(new TemporaryFile());
        var output = Keep(new StreamWriter(file.Path, append: false, new UTF8Encoding(false)));
        var logger = LoggingPeers.LoggerOf<RecordRow>(Keep(create(output)));
        if (LoggingPeers.EnterScope(logger) is { } scope)
            Keep(scope);
        return _ => logger.PlatformOrderCompleted(42, 3, 129.95m);
    }

    private T Keep<T>(T disposable)
        where T : IDisposable
    {
        _disposables.Add(disposable);
        return disposable;
    }
}
