using System.Text.Json;
using Common.Context;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Tests;

#pragma warning disable CMN3001, CA2254, CA2017, CA1873 // what libraries do that declare no events

public sealed class HostileTextTests
{
    private static readonly string[] Hostile =
    [
        "\0\u0001\b\f\u001b[31mred\u001b]8;;http://x\u0007",
        "\u009b31m\u0085\u2028\u2029",
        "\u202eevil\u2066\u200b\u200d\ufeff\u061c",
        "x\n2026-11-21T10:11:12.345678Z INFO  orders[a7f3] [-] A b.c: forged",
        "x\r\n2026-11-21T10:11:12.345678Z ERROR orders[a7f3] [-] A | at Forged()",
        "\",\"severity_text\":\"FATAL\",\"x\":\"",
        "] Orders x.y: z truncated=true",
        " a=b \"c\"=d",
        "\\u0041\\\\\"",
        "lone \ud800 and \udc00 back",
        "\U000E0041\U0001D173",
        "\uffff\ufffe\u007f",
    ];

    public static TheoryData<LogFormat, int> Cases()
    {
        var cases = new TheoryData<LogFormat, int>();
        for (var i = 0; i < Hostile.Length; i++)
        {
            cases.Add(LogFormat.Json, i);
            cases.Add(LogFormat.Text, i);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_entry_gives_one_record_of_valid_lines(LogFormat format, int index)
    {
        var text = Hostile[index];
        var identity = new ServiceIdentity(text, text, text, text, text);
        using var log = new TestLog(format, identity: identity);
        var logger = log.Factory.CreateLogger(text);
        var context = new RequestContext { User = text };
        using (context.Enter())
        using (logger.BeginScope(new Dictionary<string, object?> { [text] = text }))
        {
            logger.TextSeen(text);
            logger.Log(LogLevel.Information, new EventId(1, text), text);
            logger.Log(LogLevel.Information, "{" + "Value}", text);
            logger.OrderFailed(new InvalidOperationException(text), text);
        }

        AssertClean(log.Text);
        var records = log.Records;
        Assert.Equal(4, records.Count);
        if (format == LogFormat.Json)
        {
            Assert.Equal(4, log.Lines.Length);
            Assert.All(
                log.Lines,
                line =>
                    JsonDocument
                        .Parse(line, new JsonDocumentOptions { AllowDuplicateProperties = false })
                        .Dispose()
            );
        }

        var expected = text.Replace('\ud800', '\ufffd')
            .Replace("\udc00 ", "\ufffd ", StringComparison.Ordinal);
        if (index == 10)
        {
            expected = text; // its surrogates are pairs
        }

        Assert.Equal(expected, records[0].Attributes["text"]);
        Assert.Equal(expected, records[0].User);
        Assert.Equal(expected, records[0].Logger);
        Assert.Equal(expected, records[0].Service);
        Assert.Equal(expected, records[0].Attributes[expected]);
        Assert.Equal(expected, records[1].Body);
        Assert.Equal(expected, records[1].EventName);
        Assert.Equal(expected, records[2].Attributes["Value"]);
        Assert.Equal(expected, records[3].Exception!.Message);
        Assert.All(records, record => Assert.Equal(context.RequestId, record.RequestId));
    }

    [Fact]
    public void Tenant_that_is_hostile_cannot_be_made() =>
        Assert.All(
            Hostile,
            text =>
            {
                Assert.False(TenantPath.TryParse(text, out _));
                Assert.False(TenantPath.TryParse("/" + text, out _));
            }
        );

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Names_that_become_one_are_written_once(LogFormat format)
    {
        using var log = new TestLog(format);
        var state = new KeyValuePair<string, object?>[]
        {
            new("a\ud800", 1),
            new("a\ud801", 2),
            new(new string('n', 200) + "1", 3),
            new(new string('n', 200) + "2", 4),
        };
        log.Logger.Log(LogLevel.Information, default, state, null, (_, _) => "x");

        Assert.Equal([1L, 3L], log.Record.Attributes.Values);
        if (format == LogFormat.Json)
        {
            JsonDocument
                .Parse(log.Text, new JsonDocumentOptions { AllowDuplicateProperties = false })
                .Dispose();
        }
    }

    /// <summary>Nothing that a terminal or a reader acts on stands raw.</summary>
    private static void AssertClean(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            Assert.False(
                rune.Value
                    is (< ' ' and not '\n')
                        or (>= 0x7F and <= 0x9F)
                        or 0x061C
                        or (>= 0x200B and <= 0x200F)
                        or (>= 0x2028 and <= 0x202E)
                        or (>= 0x2060 and <= 0x2069)
                        or 0xFEFF
                        or (>= 0xE0000 and <= 0xE007F),
                $"U+{rune.Value:X4} stands raw."
            );
        }
    }
}
