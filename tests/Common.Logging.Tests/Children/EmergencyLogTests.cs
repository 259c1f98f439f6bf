namespace Common.Logging.Tests.Children;

/// <summary>A record without the host's logging, by the configuration as it is.</summary>
public sealed class EmergencyLogTests
{
    [Theory]
    [InlineData("emergency", "")]
    [InlineData("emergency", "Format=Json")]
    [InlineData("emergency", "Format=json")]
    [InlineData("emergency", "Format=Nonsense")]
    [InlineData("emergency", "Format=7")]
    [InlineData("emergency", "Output=File")] // nobody knows whether there is one
    [InlineData("emergency", "Output=StandardError")]
    [InlineData("emergency", "JournalPriorities=true")]
    [InlineData("emergency-unreadable", "Format=Json")] // a source that failed to load
    [InlineData("emergency-after-end", "Format=Json")] // the service's own provider is gone
    public async Task Record_is_written_as_configured(string ending, string setting)
    {
        await using var child = ChildProcess.Start(ending, 0, setting.Length == 0 ? [] : [setting]);
        var (code, output) = await child.RunToEndAsync();

        Assert.Equal(7, code);
        var isError = setting == "Output=StandardError";
        Assert.Empty(isError ? output : child.Errors);
        var text = isError ? child.Errors : output;
        var isJson =
            setting.Equals("Format=Json", StringComparison.OrdinalIgnoreCase)
            && ending != "emergency-unreadable";
        Assert.StartsWith(
            isJson ? "{\"timestamp\":"
                : setting.StartsWith("Journal", StringComparison.Ordinal) ? "<2>2"
                : "2",
            text,
            StringComparison.Ordinal
        );
        var record = Assert.Single(LogRecordReader.ReadAll(text.Split('\n')));
        Assert.Equal("child.died", record.EventName);
        Assert.Equal("FATAL", record.SeverityText);
        Assert.Equal("Common.Hosting", record.Logger);
        Assert.Equal("child", record.Service);
        Assert.Equal("It is broken.", record.Exception!.Message);
    }

    [Fact]
    public void Record_goes_by_the_provider_of_the_service_while_that_is_open()
    {
        using var log = new TestLog();
        log.Logger.OrderCompleted(1, 1, 1m);
        using (var emergency = EmergencyLog.Open(null, TestLog.Identity, log.Provider))
        {
            emergency.Logger.ServiceDied(new InvalidOperationException("no"));
        }

        var records = LogRecordReader.ReadAll(log.Sink.Text.Split('\n'));
        Assert.Equal(
            ["order.completed", "service.died"],
            records.Select(record => record.EventName)
        );
        log.Logger.OrderCompleted(2, 1, 1m); // the provider stays open
        Assert.Equal(3, log.Records.Count);
    }

    [Fact]
    public void Open_needs_an_identity() =>
        Assert.Throws<ArgumentNullException>("identity", () => EmergencyLog.Open(null, null!));
}
