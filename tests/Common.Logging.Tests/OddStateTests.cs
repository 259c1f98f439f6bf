using System.Collections;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Tests;

#pragma warning disable CMN3001, CA1873 // what libraries do that declare no events

/// <summary>State of other libraries that does not keep its promises, or that comes in each other's way.</summary>
public sealed class OddStateTests
{
    private static readonly int[] Many = [.. Enumerable.Range(0, 101)];

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void State_that_has_less_than_it_says_is_noted_and_leaves_nothing_behind(
        LogFormat format
    )
    {
        using var log = new TestLog(format);
        using (log.Logger.BeginScope(Pairs(("shift", "late"))))
        {
            Write(log, new Promised(count: 5, [new("a", 1)]));
            Write(log, [new(null!, 1), new("b", 2)]);
        }

        Write(log, Pairs(("c", 3)));

        var records = log.Records;
        Assert.Equal(["a", "unreadable_fields", "shift"], records[0].Attributes.Keys);
        Assert.Equal(["b", "shift"], records[1].Attributes.Keys);
        Assert.Equal(["c"], records[2].Attributes.Keys);
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void State_without_an_end_is_cut(LogFormat format)
    {
        using var log = new TestLog(format);
        Write(log, new Promised(int.MaxValue, []));
        Write(log, Pairs(("list", new EndlessCollection())));
        Write(log, Pairs(("list", Endless()), ("behind", 1)));
        Write(log, Pairs(("list", Many.Select(i => i))));
        Write(log, Pairs(("list", Many.Take(100))));
        Write(log, Pairs(("list", Many.Select(i => $"{i}").ToHashSet())));
        using (log.Logger.BeginScope(Endless()))
        {
            log.Logger.NothingSeen();
        }

        var records = log.Records;
        Assert.Equal(
            [true, false, true, true, false, false, true],
            records.Select(record => record.IsTruncated)
        );
        Assert.Equal(100, Assert.IsType<object?[]>(records[1].Attributes["list"]).Length);
        Assert.Equal(1_000_000L, records[1].Attributes["list_count"]);
        Assert.Equal(["list", "behind"], records[2].Attributes.Keys);
        Assert.Equal(["list"], records[3].Attributes.Keys);
        Assert.Equal(["list"], records[4].Attributes.Keys);
        Assert.Equal(101L, records[5].Attributes["list_count"]);
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Count_of_a_list_is_written_unless_its_name_is_taken(LogFormat format)
    {
        using var log = new TestLog(format);
        Write(log, Pairs(("a", Many), ("a_count", 7), ("x y", Many)));
        Write(log, Pairs(("a_count", 7), ("a", Many), ("truncated", Many), ("truncated_count", 7)));
        using (log.Logger.BeginScope(Pairs(("sizes_count", 7), ("names_count", 7))))
        {
            log.Logger.ListSeen(Many, null);
            log.Logger.ListSeen([1], null);
        }

        var records = log.Records;
        Assert.Equal(4, records.Count);
        Assert.Equal(["a", "a_count", "x y", "x y_count"], records[0].Attributes.Keys);
        Assert.Equal(
            (101L, 101L),
            (records[0].Attributes["a_count"], records[0].Attributes["x y_count"])
        );
        Assert.Equal(["a_count", "a", "truncated", "truncated_count"], records[1].Attributes.Keys);
        Assert.Equal(
            (7L, 101L),
            (records[1].Attributes["a_count"], records[1].Attributes["truncated_count"])
        );
        Assert.Equal(101L, records[2].Attributes["sizes_count"]);
        Assert.Equal(7L, records[3].Attributes["sizes_count"]);
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Note_is_written_once(LogFormat format)
    {
        using var log = new TestLog(format);
        using (log.Logger.BeginScope(Pairs(("unreadable_fields", 1))))
        {
            Write(log, new Promised(count: 5, [new("a", 1)]));
        }

        Assert.Equal(["a", "unreadable_fields"], log.Record.Attributes.Keys);
        Assert.IsType<string>(log.Record.Attributes["unreadable_fields"]);
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Record_with_the_number_and_name_of_a_declared_event_does_not_change_it(
        LogFormat format
    )
    {
        using var log = new TestLog(format);
        log.Logger.NothingSeen();
        log.Logger.Log(
            LogLevel.Warning,
            new EventId(1054, "nothing.seen"),
            "",
            null,
            (_, _) => "other"
        );
        log.Logger.NothingSeen();

        Assert.Equal(
            [("INFO", "Nothing seen"), ("WARN", "other"), ("INFO", "Nothing seen")],
            log.Records.Select(record => (record.SeverityText, record.Body))
        );
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Field_that_cannot_be_read_takes_no_other_with_it(LogFormat format)
    {
        using var log = new TestLog(format);
        log.Logger.OneOfMany(1, [DayOfWeek.Friday], new Unwilling(), "last", 0.5);

        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["first"] = 1L,
                ["days"] = new object?[] { "Friday" },
                ["value"] = "(unreadable: System.NotSupportedException)",
                ["last"] = "last",
                ["share"] = 0.5m,
            },
            log.Record.Attributes
        );
    }

    /// <summary>What is read back is what was written, whatever the parts of a record are made of.</summary>
    [Theory]
    [InlineData("", "x", "a b=c", "1")]
    [InlineData("say \"hi", "x", "a=\"b", "\"=1 \"")]
    [InlineData(" \"a\" \"b ", "x", "=1 ", " \"c\"=")]
    [InlineData("x \"y", "user:", "\"", "=\"")]
    [InlineData("x [1", "urn:a:", "[", "]")]
    [InlineData("-", "-", "-", "-")]
    [InlineData(":", ":", ":", ":")]
    [InlineData("|", "|", "|", "|")]
    [InlineData("{\"a\": [1, 2]}", "[x]", "{", "}")]
    public void Text_is_read_back_as_JSON_is(string body, string user, string name, string value)
    {
        var read = new List<LogRecord>();
        foreach (var format in (LogFormat[])[LogFormat.Json, LogFormat.Text])
        {
            using var log = new TestLog(format);
            using var context = new Context.RequestContext { User = user }.Enter();
            var logger = log.Factory.CreateLogger("Orders:");
            logger.Log(
                LogLevel.Information,
                new EventId(0, name + ":"),
                Pairs((name, value), (value + " ", name), ("last", new[] { value })),
                null,
                (_, _) => body
            );
            read.Add(log.Record);
        }

        Assert.All(
            read,
            record =>
            {
                Assert.Equal(("Orders:", name + ":"), (record.Logger, record.EventName));
                Assert.Equal((body, user), (record.Body, record.User));
                Assert.Equal([name, value + " ", "last"], record.Attributes.Keys);
                Assert.Equal([value, name, new object[] { value }], record.Attributes.Values);
            }
        );
    }

    private static void Write(TestLog log, IReadOnlyList<KeyValuePair<string, object?>> state) =>
        log.Logger.Log(LogLevel.Information, default, state, null, static (_, _) => "odd");

    private static KeyValuePair<string, object?>[] Pairs(
        params (string Name, object? Value)[] pairs
    ) => [.. pairs.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))];

    private static IEnumerable<KeyValuePair<string, object?>> Endless()
    {
        while (true)
        {
            yield return new("a", 1);
        }
    }

    /// <summary>Says how many values it has, whether it has them or not; without any, it has the same one again and again.</summary>
    private sealed class Promised(int count, KeyValuePair<string, object?>[] pairs)
        : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => count;

        public KeyValuePair<string, object?> this[int index] =>
            pairs.Length == 0 ? new("again", 1) : pairs[index];

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
            throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class EndlessCollection : ICollection
    {
        public int Count => 1_000_000;

        public bool IsSynchronized => false;

        public object SyncRoot => this;

        public void CopyTo(Array array, int index) => throw new NotSupportedException();

        public IEnumerator GetEnumerator()
        {
            while (true)
            {
                yield return 1;
            }
        }
    }
}
