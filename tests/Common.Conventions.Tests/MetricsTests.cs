using System.Text.RegularExpressions;

namespace Common.Conventions.Tests;

/// <summary>The page of the metrics names what the code makes, and nothing else.</summary>
public sealed partial class MetricsTests
{
    [Fact]
    public void Each_instrument_is_in_the_page()
    {
        var listed = Repository
            .Lines("docs/metrics.md")
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Split('`')[1])
            .ToHashSet();
        var made = Repository
            .FilesOf("src/", ".cs")
            .Concat(Repository.FilesOf("incubator/", ".cs"))
            .Where(f => !f.Contains("/tests/", StringComparison.Ordinal))
            .Select(Repository.Read)
            .Where(text => Creation().IsMatch(text))
            .SelectMany(text => Name().Matches(text).Select(m => m.Groups["name"].Value))
            .ToHashSet();

        Assert.NotEmpty(made);
        Expect.None(made.Except(listed), "Add a row to docs/metrics.md:");
        Expect.None(listed.Except(made), "Nothing makes it; take it out of docs/metrics.md:");
    }

    [GeneratedRegex(
        @"\.Create(Observable)?(Counter|UpDownCounter|Histogram|Gauge)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Creation();

    [GeneratedRegex(@"""(?<name>common(\.[a-z_]+)+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
