namespace Common.Logging.Tests.Children;

/// <summary>Background work that throws ends a service with one Fatal record, as any other exception does.</summary>
public sealed class BackgroundFailureTests
{
    [Theory]
    [InlineData("host-throw", "System.InvalidOperationException")]
    [InlineData("host-throw-early", "System.InvalidOperationException")] // before the host has started
    [InlineData("host-cancel", "System.Threading.Tasks.TaskCanceledException")]
    public async Task Work_that_throws_is_one_Fatal_record(string ending, string type)
    {
        await using var child = ChildProcess.Start(ending, 1, "Format=Json");
        var (code, output) = await child.RunToEndAsync();

        Assert.Equal(70, code);
        var severe = Severe(output);
        var fatal = Assert.Single(severe);
        Assert.Equal(("service.crashed", "FATAL"), (fatal.EventName, fatal.SeverityText));
        Assert.Equal(type, fatal.Exception!.Type);
        Assert.Empty(child.Errors);
    }

    [Fact]
    public async Task Work_that_a_failed_start_ends_is_not_told_of()
    {
        await using var child = ChildProcess.Start("host-start-fails", 1, "Format=Json");
        var (code, output) = await child.RunToEndAsync();

        Assert.Equal(70, code);
        var fatal = Assert.Single(Severe(output));
        Assert.Equal("service.start_failed", fatal.EventName);
        Assert.Equal("It does not start.", fatal.Exception!.Message);
        Assert.Empty(child.Errors);
    }

    [Fact]
    public async Task Work_that_fails_while_it_is_stopped_is_told_beside_it()
    {
        await using var child = ChildProcess.Start("host-throw-twice", 1, "Format=Json");
        var (code, output) = await child.RunToEndAsync();

        Assert.Equal(70, code);
        Assert.Equal(
            ["service.crashed", "service.background_failed"],
            Severe(output).Select(record => record.EventName)
        );
    }

    [Fact]
    public async Task Work_that_may_fail_leaves_the_service_running()
    {
        await using var child = ChildProcess.Start("host-ignore", 1, "Format=Json");
        await child.WaitForErrorAsync("ready");
        await child.SignalAsync("TERM");
        var (code, output) = await child.RunToEndAsync();

        Assert.Equal(0, code);
        var error = Assert.Single(Severe(output)); // the host's own record
        Assert.Equal(("BackgroundServiceFaulted", "ERROR"), (error.EventName, error.SeverityText));
        Assert.Contains("work.stopped", output, StringComparison.Ordinal);
    }

    private static List<LogRecord> Severe(string output) =>
        [
            .. LogRecordReader
                .ReadAll(output.Split('\n'))
                .Where(record => record.SeverityNumber >= 17),
        ];
}
