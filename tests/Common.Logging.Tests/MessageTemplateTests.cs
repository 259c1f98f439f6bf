using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Tests;

#pragma warning disable CMN3001 // what libraries do that declare no events
#pragma warning disable CA2254, CA2017, CA1873, CA2023 // the same

/// <summary>
/// A template that is met for the third time may go a shorter way than one that is new, known by its being the same object. With a clock
/// that stands still both must write the same.
/// </summary>
public sealed class MessageTemplateTests
{
    private const int Repeats = 5;

    private static readonly object?[] Values =
    [
        0,
        -7,
        int.MaxValue,
        long.MinValue,
        ulong.MaxValue,
        (byte)200,
        (short)-3,
        129.95m,
        -0.50m,
        0.1,
        double.NaN,
        1e300,
        2.5f,
        true,
        'c',
        null,
        "eu-west",
        "two words",
        "",
        " led by a space",
        "ends in one ",
        "k=v",
        "42",
        "-",
        "true",
        "\"quoted\"",
        "back\\slash",
        "line\nbreak",
        "Grüße",
        "\u202E",
        "Bearer abc",
        "password=hunter2",
        "postgres://bob:hunter2@db",
        "word=hunter2",
        new string('x', 300),
        DayOfWeek.Friday,
        Guid.Empty,
    ];

    private static readonly string[] Templates =
    [
        "value {Value}",
        "{Value}",
        "{Value} first",
        "in the {Value} middle",
        "pass{Value}",
        "{Value}word",
        "password={Value}",
        "password {Password}",
        "at=({Value})",
        "aligned {Value,5}",
        "formatted {Value:x}",
        "{{braces}} {Value}",
        " led by a space {Value}",
        "Grüße {Value} \"quoted\"",
        "line\nbreak {Value}",
        "ends in a space {Value} ",
        "more than is given {Value} {Other}",
        "twice {Value} {Value}",
    ];

    public static TheoryData<LogFormat, string> All =>
        new(
            from format in new[] { LogFormat.Json, LogFormat.Text }
            from template in Templates
            select (format, template)
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Record_of_a_known_template_is_that_of_a_new_one(LogFormat format, string template)
    {
        using var log = new TestLog(format);
        for (var i = 0; i < Repeats; i++)
        {
            log.Logger.Log(LogLevel.Information, template, 1); // from now on it is known
        }

        foreach (var value in Values)
        {
            log.Logger.Log(LogLevel.Information, template, value);
            log.Logger.Log(LogLevel.Information, new string(template.AsSpan()), value);
        }

        var lines = log.Lines;
        Assert.Equal(Repeats + (2 * Values.Length), lines.Length);
        Assert.Single(lines[..Repeats].Distinct(StringComparer.Ordinal));
        for (var i = Repeats; i < lines.Length; i += 2)
        {
            Assert.Equal(lines[i + 1], lines[i]);
        }
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Secret_that_two_values_make_together_is_masked_each_time(LogFormat format)
    {
        using var log = new TestLog(format);
        for (var i = 0; i < Repeats; i++)
        {
            log.Logger.Log(LogLevel.Information, "{A}{B} {C}", "x", "y", i);
            log.Logger.Log(LogLevel.Information, "{A}{B} {C}", "pass", "word=hunter2", i);
        }

        Assert.All(
            log.Records,
            record => Assert.DoesNotContain("hunter2", record.Body, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Records_of_a_defined_message_are_the_same_each_time(LogFormat format)
    {
        var define = LoggerMessage.Define<long, string, decimal>(
            LogLevel.Warning,
            new EventId(7, "Seen"),
            "order {OrderId} of {Region} for {Total}"
        );
        using var log = new TestLog(format);
        for (var i = 0; i < Repeats; i++)
        {
            define(log.Logger, 42, "eu", 1.50m, null);
            define(log.Logger, 43, "e\"u", 1.50m, null);
            define(log.Logger, 42, "eu", 1.50m, new InvalidOperationException("no"));
        }

        var records = log.Records;
        Assert.Equal(3 * Repeats, records.Count);
        Assert.All(
            records.Where((_, i) => i % 3 != 1),
            record =>
            {
                Assert.Equal("order 42 of eu for 1.50", record.Body);
                Assert.Equal("Seen", record.EventName);
                Assert.Equal(42L, record.Attributes["OrderId"]);
                Assert.Equal("eu", record.Attributes["Region"]);
                Assert.Equal(1.50m, record.Attributes["Total"]);
            }
        );
        Assert.All(
            records.Where((_, i) => i % 3 == 1),
            record => Assert.Equal("e\"u", record.Attributes["Region"])
        );
        Assert.Equal(Repeats, records.Count(record => record.Exception is not null));
    }

    [Fact]
    public void Formatter_of_a_caller_is_asked_even_for_a_template_that_is_known()
    {
        using var log = new TestLog();
        for (var i = 0; i < Repeats; i++)
        {
            log.Logger.Log(LogLevel.Information, "value {Value}", 1);
            new Shouting(log.Logger).Log(LogLevel.Information, "value {Value}", 1);
        }

        Assert.Equal(
            Enumerable.Range(0, 2 * Repeats).Select(i => i % 2 == 0 ? "value 1" : "VALUE 1"),
            log.Records.Select(record => record.Body)
        );
    }

    [Fact]
    public void Many_templates_are_told_apart()
    {
        using var log = new TestLog();
        var templates = Enumerable
            .Range(0, 2_000)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"template {i} of {{Value}}"))
            .ToArray();
        for (var i = 0; i < Repeats; i++)
        {
            foreach (var template in templates)
            {
                log.Logger.Log(LogLevel.Information, template, i);
            }
        }

        Assert.Equal(
            from i in Enumerable.Range(0, Repeats)
            from template in templates
            select template.Replace(
                "{Value}",
                i.ToString(CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            ),
            log.Records.Select(record => record.Body)
        );
    }

    /// <summary>A logger around another one that changes what is said.</summary>
    private sealed class Shouting(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) =>
            inner.Log(
                logLevel,
                eventId,
                state,
                exception,
                (s, e) => formatter(s, e).ToUpperInvariant()
            );
    }
}
