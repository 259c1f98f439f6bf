using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Tests;

#pragma warning disable CMN3001, CA2254, CA1873 // what libraries do that declare no events

/// <summary>Records that end wherever the longest line ends: they stay valid, and say that they are cut.</summary>
public sealed class CutRecordTests
{
    private const int MaxLine = 1024;

    public static TheoryData<LogFormat, string> Cases =>
        new(
            from format in new[] { LogFormat.Json, LogFormat.Text }
            from unit in new[] { "x", "é", "😀", "\n" }
            select (format, unit)
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public void Record_is_valid_wherever_it_is_cut(LogFormat format, string unit)
    {
        const int records = 600;
        using var log = NewLog(format);
        for (var length = 0; length < records; length++)
        {
            var text = string.Concat(Enumerable.Repeat(unit, length));
            int[] numbers = [.. Enumerable.Range(0, 150)];
            log.Logger.Mixed(text, [true, false], ["a", null, "b c"], numbers, true, null);
            log.Logger.Log(
                LogLevel.Information,
                "{Text} {Flags} {Numbers}",
                text,
                new[] { true },
                numbers
            );
            log.Logger.MixedFailed(new InvalidOperationException(text), text, numbers);
        }

        AssertValid(log, format);
        Assert.Equal(3 * records, log.Records.Count);
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Exception_that_is_cut_says_so(LogFormat format)
    {
        using var log = NewLog(format);
        log.Logger.OrderFailed(
            new InvalidOperationException(new string('m', 2 * MaxLine)),
            "message"
        );
        log.Logger.OrderFailed(new RemoteException(lines: 3, length: 2 * MaxLine), "line");
        log.Logger.OrderFailed(new RemoteException(lines: 1000, length: 1), "lines");
        log.Logger.OrderFailed(new RemoteException(lines: 500, length: 900), "too much");
        log.Logger.OrderFailed(
            new AggregateException(Enumerable.Range(0, 100).Select(_ => new FormatException())),
            "inner ones"
        );
        log.Logger.OrderFailed(new RemoteException(lines: 1, length: 10), "short");

        AssertValid(log, format);
        Assert.Equal(
            [true, true, true, true, true, false],
            log.Records.Select(record => record.IsTruncated)
        );
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Trace_is_there_even_if_a_field_is_cut(LogFormat format)
    {
        using var log = NewLog(format);
        log.Logger.OrderFailed(new RemoteException(lines: 1, length: 10), new string('x', MaxLine));

        Assert.True(log.Record.IsTruncated);
        Assert.Equal("at line 0 xxxxxxxxxx", log.Record.Exception!.StackTrace);
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Record_whose_beginning_fills_the_line_is_written(LogFormat format)
    {
        using var log = NewLog(format);
        List<string> texts = [];
        foreach (var unit in (string[])["x", "é", "😀", "\u202e"])
        {
            for (var length = 1; length <= 256; length *= 2)
            {
                var text = string.Concat(Enumerable.Repeat(unit, length));
                texts.AddRange(Enumerable.Repeat(text, 4));
                using var context = new Context.RequestContext
                {
                    User = text[
                        ..Math.Min(
                            text.Length,
                            256 / Encoding.UTF8.GetByteCount(unit) * unit.Length
                        )
                    ],
                    Tenant = Context.TenantPath.Parse($"/{new string('t', length)}"),
                }.Enter();
                var logger = log.Factory.CreateLogger(text);
                logger.Log(LogLevel.Information, new EventId(1, text), "body {Text}", text);
                logger.OrderCompleted(1, 1, 1m);
                logger.OrderFailed(new RemoteException(lines: 3, length), text);
                logger.Log(
                    LogLevel.Error,
                    new EventId(1, text),
                    new FormatException(text),
                    "body {Text}",
                    text
                );
            }
        }

        AssertValid(log, format);
        Assert.Equal(texts.Count, log.Records.Count);
        Assert.All(
            texts.Zip(log.Records),
            pair => Assert.True(pair.Second.IsTruncated || pair.Second.Logger == pair.First)
        );
        Assert.All(
            texts.Zip(log.Records),
            pair => Assert.StartsWith(pair.Second.Logger, pair.First, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(LogFormat.Json, 280)]
    [InlineData(LogFormat.Text, 400)]
    public void Beginning_that_the_line_holds_is_whole(LogFormat format, int length)
    {
        using var log = NewLog(format);
        using var context = new Context.RequestContext { User = "ann" }.Enter();
        log.Factory.CreateLogger(new string('c', length)).OrderCompleted(1, 1, 1m);

        AssertValid(log, format);
        Assert.Equal(length, log.Record.Logger.Length);
        Assert.False(log.Record.IsTruncated);
    }

    private static TestLog NewLog(LogFormat format) =>
        new(
            options: new LoggingOptions
            {
                Format = format,
                MaxLineBytes = MaxLine,
                BufferBytes = LoggingOptions.LeastBufferBytes,
                StallLimit = NodaTime.Duration.FromMinutes(1),
            }
        );

    private static void AssertValid(TestLog log, LogFormat format) =>
        Assert.All(
            log.Lines,
            line =>
            {
                Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, MaxLine - 1);
                if (format == LogFormat.Json)
                {
                    JsonDocument
                        .Parse(line, new JsonDocumentOptions { AllowDuplicateProperties = false })
                        .Dispose();
                }

                Assert.True(
                    LogRecordReader.IsContinuation(line) || LogRecordReader.TryRead(line, out _),
                    line
                );
            }
        );

    /// <summary>An exception with a trace of its own, as one of another process has.</summary>
    private sealed class RemoteException(int lines, int length) : Exception("remote")
    {
        public override string StackTrace =>
            string.Join(
                '\n',
                Enumerable.Range(0, lines).Select(i => $"at line {i} {new string('x', length)}")
            );
    }
}
