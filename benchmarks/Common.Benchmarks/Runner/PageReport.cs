using System.Globalization;

namespace Common.Benchmarks.Runner;

/// <summary>Prints the page of the documentation: one table for each area, from this one run.</summary>
/// <param name="page">Where to.</param>
/// <param name="progress">Where it is told what is under way.</param>
/// <param name="time">Tells the day, and how long it took.</param>
internal sealed class PageReport(TextWriter page, TextWriter progress, TimeProvider time) : IReport
{
    // Where a page explains what the figures are made of, and what keeps a missed goal away.
    private static readonly Dictionary<string, string> Explanations = new()
    {
        ["Config"] = "[configuration](configuration.md#speed)",
        ["Context"] = "[context](context.md#what-it-costs)",
        ["Exceptions"] = "[errors](errors.md#what-it-costs)",
        ["Lifecycle"] = "[the life cycle](lifecycle.md#what-it-costs)",
        ["Logging"] = "[logging](logging.md#what-it-costs)",
        ["Time"] = "[time](time.md#rfc-3339)",
        ["Tool"] =
            "[logs](on-call.md), [the report](lifecycle.md#what-it-costs), [the incubator](incubator.md)",
    };

    private readonly Tally _tally = new();
    private readonly long _start = time.GetTimestamp();
    private readonly string _loadBefore = Machine.Load();
    private string? _area;

    /// <inheritdoc/>
    public void Begin() =>
        page.WriteLine(
            $"""
            # What it costs

            One run of one command, with the goal beside each figure; it prints this page:

            ```sh
            dotnet run -c Release --project benchmarks/Common.Benchmarks -- --markdown > docs/performance.md
            ```

            Without `--markdown` it prints the same as text, and with words behind `--`, such as `Logging/ config`, only the rows whose area and title hold one of them.

            Figures are medians of turns; **±** is half of the distance between the quartiles. Each **ratio** is to the contender of the row that has 1.00x, in the same turn: that
            holds from machine to machine and from hour to hour to about a tenth, while absolute times differ by a factor of two. Bytes are those that the measuring thread allocates.

            Measured on {time.GetUtcNow().ToString(
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            )}: {Machine.Describe()}.
            """
        );

    /// <inheritdoc/>
    public void Write(IRow row, IReadOnlyList<Result> results)
    {
        progress.WriteLine($"{row.Area}/{row.Title}");
        if (_area != row.Area)
        {
            Explain();
            page.WriteLine(
                $"\n## {row.Area}\n\n| work | done by | median | ± | ratio | allocated | goal |\n|---|---|--:|--:|--:|--:|---|"
            );
            _area = row.Area;
        }

        var title = row.Title;
        foreach (var result in results)
        {
            var goals = string.Join(
                "<br>",
                _tally
                    .Judge(result)
                    .Select(g =>
                        g.IsMet ? $"{Symbols(g.Goal)}: met" : $"{Symbols(g.Goal)}: **missed**"
                    )
            );
            page.WriteLine(
                $"| {title} | {result.Contender.Name} | {Figures.Of(row, result)} | {Figures.Percent(result.Spread)} | {Figures.Ratio(result.Ratio)} | {Figures.Bytes(result.Bytes)} | {goals} |"
            );
            title = "";
        }

        page.Flush();
    }

    /// <inheritdoc/>
    public void End(int ran, int failed)
    {
        Explain();
        var took = time.GetElapsedTime(_start);
        page.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\n## Altogether\n\n{ran} rows ran in {took.TotalMinutes:0.0} min, {failed} failed; {_tally.Met} goals met, {_tally.Missed} missed. The machine's load was {_loadBefore} before and {Machine.Load()} after."
            )
        );
    }

    private void Explain()
    {
        if (_area is not null && Explanations.TryGetValue(_area, out var where))
            page.WriteLine($"\nWhat these figures are made of: {where}.");
    }

    private static string Symbols(string goal) =>
        goal.Replace("<=", "≤", StringComparison.Ordinal)
            .Replace(">=", "≥", StringComparison.Ordinal);
}
