using Common.Context;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Tests;

public sealed class LevelTests
{
    private static IConfigurationRoot Levels(params (string Key, string Value)[] levels) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                levels.Select(level => KeyValuePair.Create(level.Key, (string?)level.Value))
            )
            .Build();

    [Fact]
    public void Log_takes_the_levels_of_the_standard_section()
    {
        using var log = new TestLog(
            levels: Levels(("LogLevel:Default", "Warning"), ("LogLevel:Orders", "Debug"))
        );
        log.Logger.DetailSeen();
        log.Factory.CreateLogger("Other").OrderCompleted(1, 1, 1);
        log.Factory.CreateLogger("Other").CallRetried(1);

        Assert.Equal(
            ["detail.seen", "call.retried"],
            log.Records.Select(record => record.EventName)
        );
    }

    [Fact]
    public void Log_prefers_the_rules_of_the_provider()
    {
        using var log = new TestLog(
            levels: Levels(
                ("LogLevel:Orders.Checkout", "Debug"),
                ("Common:LogLevel:Orders", "Error")
            )
        );

        Assert.False(log.Logger.IsEnabled(LogLevel.Warning));
        Assert.True(log.Logger.IsEnabled(LogLevel.Error));
    }

    [Fact]
    public void Filter_is_asked_as_the_platform_asks_it_and_may_throw()
    {
        using var log = new TestLog(configure: builder =>
            builder.AddFilter(
                (provider, category, level) =>
                    category == "Throwing"
                        ? throw new NotSupportedException()
                        : provider == typeof(CommonLoggerProvider).FullName
                            && level >= LogLevel.Warning
            )
        );
        log.Logger.OrderCompleted(1, 1, 1);
        log.Logger.CallRetried(1);
        log.Logger.UserRemoved("bob");
        log.Factory.CreateLogger("Throwing").NothingSeen();
        log.Factory.CreateLogger("Throwing").Log(LogLevel.Information, "a library's");

        Assert.Equal(
            ["call.retried", "user.removed", "nothing.seen", null],
            log.Records.Select(record => record.EventName)
        );
    }

    [Fact]
    public void Levels_change_while_running()
    {
        var levels = Levels(("LogLevel:Default", "Warning"));
        using var log = new TestLog(levels: levels);
        log.Logger.DetailSeen();
        levels["LogLevel:Default"] = "Debug";
        levels.Reload();
        log.Logger.DetailSeen();

        Assert.Equal("detail.seen", log.Record.EventName);
    }

    [Theory]
    [InlineData("LogLevel:Default")]
    [InlineData("LogLevel:Orders.Checkout")]
    [InlineData("Common:LogLevel:Orders.Checkout")]
    public void Audit_is_never_filtered_and_has_a_category_of_its_own(string key)
    {
        using var log = new TestLog(levels: Levels((key, "None")));
        log.Logger.UserRemoved("bob");
        log.Logger.OrderCompleted(1, 1, 1);

        Assert.Equal("Audit", log.Record.Logger);
        Assert.Equal("user.removed", log.Record.EventName);
    }

    [Fact]
    public void Verbose_request_logs_its_details_and_others_do_not()
    {
        using var log = new TestLog(levels: Levels(("LogLevel:Default", "Warning")));
        var verbose = new RequestContext { IsVerbose = true };
        using (verbose.Enter())
        {
            log.Logger.DetailSeen();
            log.Logger.Log(LogLevel.Debug, "a library's detail");
        }

        using (new RequestContext().Enter())
        {
            log.Logger.DetailSeen();
        }

        Assert.Equal("detail.seen", log.Record.EventName);
        Assert.Equal(verbose.RequestId, log.Record.RequestId);
    }

    [Fact]
    public void Noise_of_the_platform_is_lowered()
    {
        using var quiet = new TestLog();
        using var loud = new TestLog(levels: Levels(("LogLevel:Default", "Debug")));
        foreach (var log in (TestLog[])[quiet, loud])
        {
            var noise = log.Factory.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics");
            noise.Log(LogLevel.Information, "Request starting");
            noise.Log(LogLevel.Warning, "Odd");
        }

        Assert.Equal(["Odd"], quiet.Records.Select(record => record.Body));
        Assert.Equal(["DEBUG", "WARN"], loud.Records.Select(record => record.SeverityText));
    }

    [Theory]
    [InlineData("Polly", false)]
    [InlineData("Pollination.Orders", true)]
    [InlineData("Microsoft.AspNetCore.Http.Result.OkObjectResult", false)]
    public void Noise_is_known_by_whole_names(string category, bool isWritten)
    {
        using var log = new TestLog();
        log.Factory.CreateLogger(category).NothingSeen();

        Assert.Equal(isWritten ? 1 : 0, log.Records.Count);
    }

    [Fact]
    public void Deprecated_things_are_told_once_each()
    {
        using var log = new TestLog();
        log.Logger.KeyDeprecated("A");
        log.Logger.KeyDeprecated("B");
        log.Logger.KeyDeprecated("A");

        Assert.Equal(["A", "B"], log.Records.Select(record => record.Attributes["path"]));
    }

    [Fact]
    public void Rate_limit_holds_back_and_says_how_many()
    {
        var time = new FixedTime();
        var options = new LoggingOptions { RateLimitBurst = 2, Format = LogFormat.Json };
        using var log = new TestLog(options: options, time: time);
        for (var i = 0; i < 5; i++)
        {
            log.Logger.CallRetried(i);
            log.Logger.OrderCompleted(i, 1, 1);
            log.Logger.UserRemoved("bob");
        }

        time.Now = time.Now.AddSeconds(10);
        log.Logger.CallRetried(5);

        var records = log.Records;
        Assert.Equal(
            [0L, 1L, 5L],
            records
                .Where(record => record.EventName == "call.retried")
                .Select(record => record.Attributes["attempt"])
        );
        Assert.Equal(5, records.Count(record => record.EventName == "order.completed"));
        Assert.Equal(5, records.Count(record => record.EventName == "user.removed"));
        var held = records.Single(record => record.EventName == "log.records_held_back");
        Assert.Equal("call.retried", held.Attributes["held_back_event_name"]);
        Assert.Equal(3L, held.Attributes["count"]);
    }

    [Fact]
    public void Rate_limit_says_how_many_even_if_no_further_record_comes()
    {
        var time = new FixedTime();
        using var log = new TestLog(
            options: new LoggingOptions { RateLimitBurst = 1, Format = LogFormat.Json },
            time: time
        );
        for (var i = 0; i < 5; i++)
        {
            log.Logger.CallRetried(i);
        }

        time.Now = time.Now.AddSeconds(10);

        Assert.True(
            SpinWait.SpinUntil(
                () => log.Text.Contains("log.records_held_back", StringComparison.Ordinal),
                TimeSpan.FromSeconds(30)
            )
        );
        Assert.Equal(4L, log.Records[^1].Attributes["count"]);
    }

    [Fact]
    public void Rate_limit_of_an_event_is_one_for_all_categories()
    {
        using var log = new TestLog(
            options: new LoggingOptions { RateLimitBurst = 1, Format = LogFormat.Json }
        );
        log.Logger.CallRetried(1);
        log.Factory.CreateLogger("Other").CallRetried(2);

        Assert.Equal(1L, log.Record.Attributes["attempt"]);
    }
}
