using System.Diagnostics;
using System.Globalization;
using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Logging;

/// <summary>
/// The first record of a process: whole processes, started in turns, that set their logging up, write one record to a file and close
/// it. What is measured is the processor time from the start of the process to the closed file: the elapsed time of so much
/// compilation on a shared machine says more about the neighbours.
/// </summary>
internal sealed class FirstRecordRow : IMeasuredRow
{
    private const string Peer = "Serilog";
    private const double LeastTimesFaster = 1.3;

    private static readonly string[] Loggings =
    [
        Peer,
        "Common",
        "MEL",
        "NLog",
        FirstRecord.PlatformAlone,
        "nothing",
    ];

    public string Area => "Logging";

    public string Title => "a process that writes one record, processor time";

    public IReadOnlyList<Contender> Prepare() =>
        [
            .. Loggings.Select(logging => new Contender(logging, count => Start(logging, count))
            {
                IsBaseline = logging == Peer,
                Goals = logging == "Common" ? [Goal.Ratio(1 / LeastTimesFaster)] : [],
            }),
        ];

    public IReadOnlyList<Result> Measure(Effort effort)
    {
        var contenders = Prepare();
        var times = contenders.Select(_ => new double[effort.Turns]).ToArray();
        for (var turn = effort.WarmUpRounds == 0 ? 0 : -1; turn < effort.Turns; turn++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                var at = (Math.Max(turn, 0) + i) % contenders.Count;
                var time = Start(Loggings[at], 1);
                if (turn >= 0)
                    times[at][turn] = time;
            }
        }

        return
        [
            .. contenders.Select(
                (contender, i) =>
                    new Result(
                        contender,
                        Statistics.Median(times[i]),
                        Statistics.Median(times[i].Zip(times[0], (own, peer) => own / peer)),
                        Statistics.Spread(times[i]),
                        0
                    )
            ),
        ];
    }

    /// <summary>Starts processes, one after the other.</summary>
    /// <returns>How many nanoseconds of processor time the last one says that it took.</returns>
    private static double Start(string logging, int count)
    {
        var time = 0.0;
        for (var i = 0; i < count; i++)
        {
            using var file = new TemporaryFile();
            using var process = Process.Start(
                new ProcessStartInfo(
                    Environment.ProcessPath!,
                    [FirstRecord.Argument, logging, file.Path]
                )
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0 || new FileInfo(file.Path).Length == 0)
                throw new InvalidOperationException($"{logging} wrote no record.");
            time = double.Parse(output, CultureInfo.InvariantCulture);
        }

        return time;
    }
}
