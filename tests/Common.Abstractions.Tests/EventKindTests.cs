namespace Common.Abstractions.Tests;

/// <summary>The whole table of event kinds, written out a second time.</summary>
public sealed class EventKindTests
{
    public static TheoryData<EventKind, int, string, bool> Table =>
        new()
        {
            { EventKind.Diagnostic, 5, "DEBUG", false },
            { EventKind.Lifecycle, 9, "INFO", false },
            { EventKind.Completed, 9, "INFO", true },
            { EventKind.Rejected, 9, "INFO", true },
            { EventKind.Audit, 9, "INFO", false },
            { EventKind.Retrying, 13, "WARN", false },
            { EventKind.Degraded, 13, "WARN", false },
            { EventKind.Deprecated, 13, "WARN", false },
            { EventKind.Failed, 17, "ERROR", true },
            { EventKind.Fatal, 21, "FATAL", false },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Kind_decides_the_severity(EventKind kind, int number, string text, bool isTerminal)
    {
        Assert.Equal(number, kind.ToSeverityNumber());
        Assert.Equal(text, kind.ToSeverityText());
        Assert.Equal(isTerminal, kind.IsTerminal());
    }

    [Fact]
    public void Table_has_every_kind_once() =>
        Assert.Equal(
            Enum.GetValues<EventKind>().Order(),
            Table.Select(row => row.Data.Item1).Order()
        );

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void Undeclared_kind_is_rejected(int number)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            ((EventKind)number).ToSeverityNumber()
        );

        Assert.StartsWith(
            "This is not a declared event kind. (Parameter 'kind')",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => ((EventKind)number).ToSeverityText());
        Assert.False(((EventKind)number).IsTerminal());
    }
}
