using Microsoft.Extensions.Logging;

namespace Common.Logging.Tests;

#pragma warning disable CMN3001 // what libraries do that declare no events
#pragma warning disable CA2254, CA2017, CA1873, CA2023 // the same

public sealed class ForeignRecordTests
{
    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Record_keeps_level_message_and_values(LogFormat format)
    {
        using var log = new TestLog(format);
        log.Logger.Log(
            LogLevel.Warning,
            new EventId(7, "DiskFull"),
            "disk {Disk} is at {Percent} % of {Sizes}",
            "/dev a",
            97.5,
            new[] { 1, 2 }
        );

        var record = log.Record;
        Assert.Equal("WARN", record.SeverityText);
        Assert.Equal("DiskFull", record.EventName);
        Assert.Equal("disk /dev a is at 97.5 % of 1, 2", record.Body);
        Assert.Equal("/dev a", record.Attributes["Disk"]);
        Assert.Equal(97.5m, record.Attributes["Percent"]);
        Assert.Equal(new object[] { 1L, 2L }, record.Attributes["Sizes"]);
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Scopes_become_attributes_and_the_innermost_wins(LogFormat format)
    {
        using var log = new TestLog(format);
        using (log.Logger.BeginScope(new Dictionary<string, object?> { ["a"] = 1, ["b"] = 1 }))
        using (log.Logger.BeginScope(new Dictionary<string, object?> { ["b"] = 2, ["items"] = 9 }))
        using (log.Logger.BeginScope("shift {Shift}", "late"))
        {
            log.Logger.OrderCompleted(42, 3, 1m);
        }

        var record = log.Record;
        Assert.Equal(1L, record.Attributes["a"]);
        Assert.Equal(2L, record.Attributes["b"]);
        Assert.Equal(3L, record.Attributes["items"]);
        Assert.Equal("late", record.Attributes["Shift"]);
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Scopes_of_texts_become_attributes(LogFormat format)
    {
        using var log = new TestLog(format);
        var texts = new Dictionary<string, string> { ["shift"] = "late", ["password"] = "hunter2" };
        using (log.Logger.BeginScope(texts))
        using (log.Logger.BeginScope("night"))
        {
            log.Logger.NothingSeen();
        }

        Assert.Equal(["scope", "shift", "password"], log.Record.Attributes.Keys);
        Assert.Equal(["night", "late", "***"], log.Record.Attributes.Values);
    }

    [Fact]
    public void Scopes_of_activities_become_no_attributes()
    {
        using var log = new TestLog(configure: builder =>
            builder.Configure(options =>
                options.ActivityTrackingOptions = ActivityTrackingOptions.SpanId
            )
        );
        using var activity = new System.Diagnostics.Activity("work").Start();
        log.Logger.OrderCompleted(42, 3, 1m);

        Assert.Equal(["order_id", "items", "total"], log.Record.Attributes.Keys);
    }

    [Fact]
    public void Instance_of_an_identity_never_reads_as_a_number()
    {
        for (var i = 0; i < 100; i++)
        {
            Assert.Matches("^[a-f][0-9a-f]{3}$", ServiceIdentity.Create("orders").Instance);
        }
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Names_are_unique_and_may_be_anything(LogFormat format)
    {
        using var log = new TestLog(format);
        var state = new KeyValuePair<string, object?>[]
        {
            new("a b", 1),
            new("a b", 2),
            new("x=\"y\"\n", "v"),
            new("truncated", true),
            new("", 3),
        };
        log.Logger.Log(LogLevel.Information, default, state, null, (_, _) => "k=v");

        var record = log.Record;
        Assert.Equal("k=v", record.Body);
        Assert.Equal(1L, record.Attributes["a b"]);
        Assert.Equal("v", record.Attributes["x=\"y\"\n"]);
        Assert.Equal(true, record.Attributes["truncated"]);
        Assert.Equal(3L, record.Attributes[""]);
        Assert.False(record.IsTruncated);
    }

    [Fact]
    public void Secrets_are_masked_in_message_values_and_exception()
    {
        using var log = new TestLog();
        log.Logger.Log(
            LogLevel.Error,
            new InvalidOperationException("login failed: password=hunter2"),
            "user {User} with {ApiKey}: {Text}",
            "bob",
            "hunter2",
            "postgres://bob:hunter2@db/x"
        );

        Assert.DoesNotContain(
            "hunter2",
            log.Text.Replace("with hunter2", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Equal("***", log.Record.Attributes["ApiKey"]);
        Assert.Equal("postgres://bob:***@db/x", log.Record.Attributes["Text"]);
        Assert.Equal("login failed: password=***", log.Record.Exception!.Message);
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Log_never_throws_and_notes_what_was_wrong(LogFormat format)
    {
        using var log = new TestLog(format);
        log.Logger.Log(LogLevel.Information, "{A} {B}", new Unwilling(), new Cycle());
        log.Logger.ValueSeen(new Unwilling());
        log.Logger.Log(
            LogLevel.Information,
            default,
            1,
            null,
            (_, _) => throw new FormatException()
        );
        log.Logger.OrderFailed(new ThrowingException(), "x");

        var records = log.Records;
        Assert.Equal(4, records.Count);
        Assert.Equal("(unreadable: System.NotSupportedException)", records[0].Attributes["A"]);
        Assert.StartsWith(
            "(unreadable: ",
            (string)records[0].Attributes["B"]!,
            StringComparison.Ordinal
        );
        Assert.Equal("(unreadable: System.NotSupportedException)", records[1].Attributes["value"]);
        Assert.Equal("(unreadable: System.FormatException)", records[2].Body);
        Assert.Equal("(unreadable: System.NotSupportedException)", records[3].Exception!.Message);
    }

    [Fact]
    public void Value_that_logs_itself_does_not_end_the_process()
    {
        using var log = new TestLog();
        log.Logger.Log(LogLevel.Information, "{Value}", new Recursive(log.Logger));

        Assert.InRange(log.Records.Count, 1, 20);
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Numbers_that_JSON_does_not_know_are_strings(double number, string text)
    {
        using var log = new TestLog();
        log.Logger.NumberSeen(number);

        Assert.Equal(text, log.Record.Attributes["number"]);
    }

    [Fact]
    public void Lists_are_cut_at_100_with_the_count_kept()
    {
        using var log = new TestLog();
        log.Logger.ListSeen([.. Enumerable.Range(0, 250)], ["a b", "c"]);
        log.Logger.ListSeen([], null);

        var (first, second) = (log.Records[0].Attributes, log.Records[1].Attributes);
        Assert.Equal(100, Assert.IsType<object?[]>(first["sizes"]).Length);
        Assert.Equal(250L, first["sizes_count"]);
        Assert.Equal(new object[] { "a b", "c" }, first["names"]);
        Assert.Empty(Assert.IsType<object?[]>(second["sizes"]));
        Assert.Null(second["names"]);
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Long_records_are_cut_stay_valid_and_say_so(LogFormat format)
    {
        using var log = new TestLog(format);
        log.Logger.TextSeen(new string('\u0001', 1_000_000));
        log.Logger.Log(LogLevel.Information, new string('é', 1_000_000));
        log.Logger.Log(LogLevel.Information, "{A} {B}", new string('"', 50_000), 5);
        log.Logger.OrderFailed(new InvalidOperationException(new string('x', 1_000_000)), "y");
        log.Logger.ListSeen(null, [.. Enumerable.Repeat(new string('z', 1000), 100)]);

        Assert.All(
            log.Lines,
            line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 1, 16_383)
        );
        var records = log.Records;
        Assert.Equal(5, records.Count);
        Assert.True(records[0].IsTruncated);
        Assert.True(records[1].IsTruncated);
        Assert.True(records[2].IsTruncated);
        Assert.NotNull(records[3].Exception);
        Assert.True(records[4].IsTruncated);
    }

    private sealed record Cycle
    {
        public Cycle Self => this;
    }

    private sealed class Recursive(ILogger logger)
    {
        public override string ToString()
        {
            logger.Log(LogLevel.Information, "{Value}", this);
            return "recursive";
        }
    }

    private sealed class ThrowingException : Exception
    {
        public override string Message => throw new NotSupportedException();
    }
}
