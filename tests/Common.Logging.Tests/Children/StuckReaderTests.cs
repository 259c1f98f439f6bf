namespace Common.Logging.Tests.Children;

/// <summary>Standard output is a pipe that nobody reads.</summary>
public sealed class StuckReaderTests
{
    /// <summary>Far more records than a pipe holds.</summary>
    private const long Many = 20_000;

    [Fact]
    public async Task Stuck_reader_stops_no_end() =>
        await Task.WhenAll(
            EndAsync("return", 7),
            EndAsync("exit", 8),
            EndAsync("throw", 134),
            EndAsync("host-stop", 0),
            EndAsync("host-throw", 70)
        );

    [Fact]
    public async Task Stuck_reader_does_not_hide_a_crash()
    {
        await using var child = ChildProcess.Start("host-crash", Many, "Format=Json");

        Assert.Equal(70, await child.ExitCodeAsync());
        var fatal = Assert.Single(
            LogRecordReader.ReadAll(child.Errors.Split('\n')),
            record => record.EventName == "service.crashed"
        );
        Assert.Equal("System.InvalidOperationException", fatal.Exception!.Type);
    }

    private static async Task EndAsync(string ending, int exitCode)
    {
        await using var child = ChildProcess.Start(ending, Many, "Format=Json");

        Assert.Equal(exitCode, await child.ExitCodeAsync());
        using var reader = new StreamReader(child.Output);
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        var lines = text.Split('\n')[..^1]; // what follows may be cut where the pipe was full
        var records = LogRecordReader.ReadAll(lines);
        Assert.Equal(lines.Length, records.Count);
        Assert.InRange(records.Count, 1, Many);
    }
}
