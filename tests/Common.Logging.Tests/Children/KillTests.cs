using System.Globalization;

namespace Common.Logging.Tests.Children;

/// <summary>A process that is killed in the middle of its work.</summary>
public sealed class KillTests : IDisposable
{
    /// <summary>How long it works before: far longer than what may be lost.</summary>
    private static readonly TimeSpan Work = TimeSpan.FromSeconds(4);

    /// <summary>What may be lost is 20 ms; a machine that is busy may leave the flusher waiting for its turn, or for the disk.</summary>
    private static readonly TimeSpan MostLost = TimeSpan.FromSeconds(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("common-kill").FullName;

    [Fact]
    public async Task Kill_loses_nothing_but_the_last_moment()
    {
        var path = Path.Combine(_folder, "child.log");
        await using var child = ChildProcess.Start(
            "log-and-tell",
            0,
            "Format=Json",
            "Output=File",
            "File:Path=" + path
        );
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (Steps(child) is var steps && (steps.Count == 0 || steps[^1] - steps[0] < Work))
        {
            await Task.Delay(50, limit.Token);
        }

        await child.SignalAsync("KILL");
        Assert.Equal(137, await child.ExitCodeAsync());

        var logged = Steps(child);
        var written = LogRecordReader.ReadAll(await File.ReadAllLinesAsync(path, limit.Token));
        Assert.Equal(
            Enumerable.Range(0, written.Count).Select(i => (long)i),
            written.Select(record => (long)record.Attributes["step"]!)
        );
        if (written.Count < logged.Count)
        {
            Assert.InRange(logged[^1] - logged[written.Count], TimeSpan.Zero, MostLost);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>When each step was logged, as the process told on standard error right after each.</summary>
    private static List<DateTimeOffset> Steps(ChildProcess child) =>
        [
            .. child
                .Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line =>
                    DateTimeOffset.ParseExact(line.Trim(), "O", CultureInfo.InvariantCulture)
                ),
        ];
}
