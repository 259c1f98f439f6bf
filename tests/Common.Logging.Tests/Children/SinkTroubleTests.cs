namespace Common.Logging.Tests.Children;

/// <summary>What a service does when its sink fails, seen from outside.</summary>
public sealed class SinkTroubleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("common-sink").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Closed_pipe_is_told_once_and_stops_nothing()
    {
        await using var child = ChildProcess.Start("log-on-lines", 1, "Format=Json");
        await child.ReadUntilAsync("step.completed");
        child.Output.Close();
        for (var i = 0; i < 3; i++)
        {
            await child.Input.WriteLineAsync("go on");
            await child.Input.FlushAsync(Token);
            await child.WaitForErrorAsync("log.sink_failed");
        }

        child.Input.Close();
        Assert.Equal(7, await child.ExitCodeAsync());
        AssertToldOnce(child, "Broken pipe");
    }

    [Fact]
    public async Task Full_disk_is_told_once_and_stops_nothing()
    {
        await using var output = ChildProcess.StartByShell(
            "exec $CHILD return 5000 > /dev/full",
            "Format=Json"
        );
        await using var file = ChildProcess.Start(
            "return",
            5000,
            "Format=Json",
            "Output=File",
            "File:Path=/dev/full"
        );
        foreach (var child in (ChildProcess[])[output, file])
        {
            Assert.Equal(7, await child.ExitCodeAsync());
            AssertToldOnce(child, "No space left on device");
        }
    }

    [Fact]
    public async Task Standard_output_that_was_closed_is_not_taken_for_what_is_opened_later()
    {
        await using var told = ChildProcess.StartByShell("exec $CHILD return 10 >&-");
        await using var untold = ChildProcess.StartByShell("exec $CHILD return 10 >&- 2>&-");

        Assert.Equal(7, await told.ExitCodeAsync());
        AssertToldOnce(told, "descriptor 1 closed");
        Assert.Equal(7, await untold.ExitCodeAsync());
    }

    [Fact]
    public async Task Disk_that_is_full_for_a_while_leaves_every_line_there_once()
    {
        var path = Path.Combine(_folder, "child.log");
        await using var child = ChildProcess.StartByShell(
            "trap '' XFSZ; echo pid $$ >&2; exec $CHILD log-on-lines 1",
            "Format=Json",
            "Output=File",
            "File:Path=" + path
        );
        await child.WaitForErrorAsync("ready");
        var pid = child.Errors.Split('\n')[0]["pid ".Length..].Trim();
        await LimitFilesAsync(pid, "10000:");
        for (var i = 1; i < 200; i++)
        {
            await child.Input.WriteLineAsync("go on");
        }

        await child.Input.FlushAsync(Token);
        await child.WaitForErrorAsync("log.sink_failed");

        // Waited for, since each new attempt writes the part that fits before it takes it back.
        await WaitAsync(async () =>
            (await File.ReadAllTextAsync(path, Token)).EndsWith("}\n", StringComparison.Ordinal)
        );
        await LimitFilesAsync(pid, "unlimited:");
        child.Input.Close();

        Assert.Equal(7, await child.ExitCodeAsync());
        AssertToldOnce(child, "File too large");
        var lines = await File.ReadAllLinesAsync(path, Token);
        Assert.Equal(
            Enumerable.Range(0, 199).Prepend(0).Select(i => (long)i),
            LogRecordReader.ReadAll(lines).Select(r => (long)r.Attributes["step"]!)
        );
        Assert.Equal(200, lines.Length);
    }

    [Fact]
    public async Task Records_are_kept_until_the_sink_works_again()
    {
        var folder = Path.Combine(_folder, "later");
        var path = Path.Combine(folder, "child.log");
        await using var child = ChildProcess.Start(
            "log-on-lines",
            1000,
            "Format=Json",
            "Output=File",
            "File:Path=" + path
        );
        await child.WaitForErrorAsync("log.sink_failed");
        await child.Input.WriteLineAsync("go on");
        Directory.CreateDirectory(folder);
        child.Input.Close();

        Assert.Equal(7, await child.ExitCodeAsync());
        AssertToldOnce(child, "Could not find a part of the path");
        var records = LogRecordReader.ReadAll(await File.ReadAllLinesAsync(path, Token));
        Assert.Equal(1001, records.Count);
    }

    [Fact]
    public async Task Signal_hang_up_makes_the_file_be_opened_again()
    {
        var path = Path.Combine(_folder, "child.log");
        var old = Path.Combine(_folder, "child.log.1");
        await using var child = ChildProcess.Start(
            "log-on-lines",
            1,
            "Format=Json",
            "Output=File",
            "File:Path=" + path
        );
        await WaitForLinesAsync(path, 1);
        File.Move(path, old);
        await child.SignalAsync("HUP");
        await child.Input.WriteLineAsync("go on");
        await child.Input.FlushAsync(Token);
        await WaitForLinesAsync(path, 1);
        child.Input.Close();

        Assert.Equal(7, await child.ExitCodeAsync());
        Assert.Single(await File.ReadAllLinesAsync(old, Token));
        Assert.Single(await File.ReadAllLinesAsync(path, Token));
    }

    [Fact]
    public async Task Copytruncate_of_logrotate_leaves_no_hole()
    {
        var path = Path.Combine(_folder, "child.log");
        await using var child = ChildProcess.Start(
            "log-on-lines",
            10,
            "Format=Json",
            "Output=File",
            "File:Path=" + path
        );
        await WaitForLinesAsync(path, 10);
        File.Copy(path, path + ".1");
        await using (
            var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)
        )
        {
            file.SetLength(0);
        }

        await child.Input.WriteLineAsync("go on");
        child.Input.Close();

        Assert.Equal(7, await child.ExitCodeAsync());
        Assert.Equal(10, (await File.ReadAllLinesAsync(path + ".1", Token)).Length);
        var line = Assert.Single(await File.ReadAllLinesAsync(path, Token));
        Assert.True(LogRecordReader.TryRead(line, out _));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Sets how large the files of a process may become, which is met like a full disk.</summary>
    private static async Task LimitFilesAsync(string pid, string limit)
    {
        using var prlimit = System.Diagnostics.Process.Start(
            "prlimit",
            ["--pid", pid, "--fsize=" + limit]
        );
        await prlimit.WaitForExitAsync(Token);
        Assert.Equal(0, prlimit.ExitCode);
    }

    private static async Task WaitForLinesAsync(string path, int count)
    {
        await WaitAsync(async () =>
            File.Exists(path) && (await File.ReadAllLinesAsync(path, Token)).Length >= count
        );
    }

    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await isSo())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    private static void AssertToldOnce(ChildProcess child, string reason)
    {
        var told = Assert.Single(
            LogRecordReader.ReadAll(child.Errors.Split('\n')),
            record => record.EventName == "log.sink_failed"
        );
        Assert.Equal("WARN", told.SeverityText);
        Assert.Contains(reason, told.Exception!.Message, StringComparison.Ordinal);
    }
}
