namespace Common.Logging.Tests.Children;

/// <summary>Whichever way a process ends, what it logged before is on the sink.</summary>
public sealed class ExitTests : IDisposable
{
    private const long Count = 5_000;

    /// <summary>How long a log call waits for a reader, who may be slower on a busy machine than the default allows.</summary>
    private const string Patient = "StallLimit=1m";
    private readonly string _folder = Directory.CreateTempSubdirectory("common-exit").FullName;

    private string LogFile => Path.Combine(_folder, "child.log");

    public static TheoryData<string, int> Endings =>
        new()
        {
            { "return", 7 },
            { "exit", 8 },
            { "exit-in-value", 8 },
            { "exit-in-unhandled", 8 },
            { "throw", 134 },
            { "throw-in-thread", 134 },
            { "fail-fast", 134 },
            { "kill-itself", 137 },
            { "host-stop", 0 },
            { "host-throw", 70 },
            { "host-throw-early", 70 },
            { "host-cancel", 70 },
        };

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Every_record_is_on_the_pipe_at_the_end(string ending, int exitCode)
    {
        await using var child = ChildProcess.Start(ending, Count, "Format=Json", Patient);
        var (code, output) = await child.RunToEndAsync();

        Assert.Equal(exitCode, code);
        AssertSteps(output);
        if (ending is "fail-fast" or "kill-itself")
        {
            Assert.Contains("step.failed", output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("return")]
    [InlineData("throw")]
    [InlineData("host-stop")]
    [InlineData("host-throw")]
    public async Task Every_record_is_in_the_file_at_the_end(string ending)
    {
        await using var child = ChildProcess.Start(
            ending,
            Count,
            "Output=File",
            "File:Path=" + LogFile
        );
        var (_, output) = await child.RunToEndAsync();

        Assert.Empty(output);
        AssertSteps(await File.ReadAllTextAsync(LogFile, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("wait", "TERM", 143)]
    [InlineData("wait", "INT", 130)]
    [InlineData("wait", "QUIT", 131)]
    [InlineData("wait", "HUP", 129)]
    [InlineData("exit-in-signal", "TERM", 8)]
    [InlineData("host-wait", "TERM", 0)]
    [InlineData("host-wait", "INT", 0)]
    public async Task Every_record_is_on_the_pipe_after_a_signal(
        string ending,
        string signal,
        int exitCode
    )
    {
        await using var child = ChildProcess.Start(ending, Count, "Format=Json");
        await child.WaitForErrorAsync("ready");
        await child.SignalAsync(signal);
        var (code, output) = await child.RunToEndAsync();

        Assert.Equal(exitCode, code);
        AssertSteps(output);
        if (ending == "host-wait")
        {
            var events = LogRecordReader.ReadAll(output.Split('\n')).Select(r => r.EventName);
            Assert.Equal(["service.stopping", "work.stopped"], events.TakeLast(2));
        }
    }

    [Fact]
    public async Task Nothing_else_is_needed_for_a_record_to_reach_the_pipe_before_a_kill()
    {
        await using var child = ChildProcess.Start("wait", Count, "Format=Json");
        var output = await child.ReadUntilAsync($"\"step\":{Count - 1}}}}}\n"); // nobody flushes but the timer
        await child.SignalAsync("KILL");

        Assert.Equal(137, await child.ExitCodeAsync());
        AssertSteps(output);
    }

    [Fact]
    public async Task What_is_logged_while_the_process_exits_is_on_the_pipe()
    {
        await using var child = ChildProcess.Start("log-at-exit", 1, "Format=Json");
        var (code, output) = await child.RunToEndAsync();

        Assert.Equal(7, code);
        Assert.Equal(
            ["step.completed", "work.stopped"],
            LogRecordReader.ReadAll(output.Split('\n')).Select(r => r.EventName)
        );
    }

    [Fact]
    public async Task Services_of_one_process_do_not_tear_each_others_lines()
    {
        await using var child = ChildProcess.Start("two-services", 0, "Format=Json", Patient);
        var (code, output) = await child.RunToEndAsync();

        Assert.Equal(7, code);
        var steps = LogRecordReader
            .ReadAll(output.Split('\n'))
            .Where(r => r.EventName == "step.completed")
            .ToLookup(r => (long)r.Attributes["flow"]!, r => (long)r.Attributes["step"]!);
        Assert.Equal(2, steps.Count);
        Assert.All(
            steps,
            flow => Assert.Equal(Enumerable.Range(0, 20_000).Select(i => (long)i), flow)
        );
    }

    [Fact]
    public async Task What_other_threads_logged_before_is_there_while_they_go_on()
    {
        await using var child = ChildProcess.Start("exit-with-flows", 1, "Format=Json", Patient);
        var (code, output) = await child.RunToEndAsync();

        Assert.Equal(8, code);
        var lines = output.Split('\n')[..^1]; // what the threads log meanwhile may be cut by the end
        var records = LogRecordReader.ReadAll(lines);
        Assert.Equal(lines.Length, records.Count);
        var counted = (object?[])
            records.Single(r => r.EventName == "steps.counted").Attributes["steps"]!;
        var steps = records
            .Where(r => r.EventName == "step.completed")
            .Skip(1) // that of the main thread
            .ToLookup(r => (long)r.Attributes["flow"]!, r => (long)r.Attributes["step"]!);
        for (var flow = 0; flow < counted.Length; flow++)
        {
            var written = steps[flow].ToList();
            Assert.True(written.Count >= (long)counted[flow]!);
            Assert.Equal(Enumerable.Range(0, written.Count).Select(i => (long)i), written);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void AssertSteps(string output)
    {
        var steps = LogRecordReader
            .ReadAll(output.Split('\n'))
            .Where(r => r.EventName == "step.completed")
            .Select(r => (long)r.Attributes["step"]!);
        Assert.Equal(Enumerable.Range(0, (int)Count).Select(i => (long)i), steps);
    }
}
