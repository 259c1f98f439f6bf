using System.Globalization;
using Common.Tool.Deprecations.Uses;
using Common.Tool.Deprecations.Waivers;
using Common.Tool.Shell;

namespace Common.Tool.Deprecations.Output;

/// <summary>Writes a report for people: a table of each stage, and what to know of waivers and files.</summary>
internal static class ReportLines
{
    /// <summary>Writes it.</summary>
    public static void Write(ToolConsole console, DeprecationReport report)
    {
        foreach (var stage in report.Uses.GroupBy(u => u.Stage))
        {
            console.Line(Title(stage.Key, report), ToneOf(stage.Key));
            foreach (var item in stage.GroupBy(u => u.Item))
            {
                WriteItem(console, item.Key, [.. item]);
            }

            console.Line();
        }

        foreach (var waiver in report.Expired)
        {
            console.Warn(
                $"the waiver of {SafeText.Of(waiver.Owner)} for {SafeText.Of(waiver.Use)} expired on {Day(waiver)}"
            );
        }

        foreach (var waiver in report.Idle)
        {
            console.Warn(
                $"the waiver of {SafeText.Of(waiver.Owner)} for {SafeText.Of(waiver.Use)} covers nothing: take it out"
            );
        }

        foreach (var problem in report.Problems)
        {
            console.Warn(SafeText.Of(problem));
        }

        console.Line(Summary(report), report.Open.Any() ? Tone.Plain : Tone.Good);
    }

    /// <summary>The counts, in one sentence.</summary>
    public static string Summary(DeprecationReport report)
    {
        if (report.Uses.Count == 0)
        {
            return $"Nothing that goes away is used in {Number(report.Projects.Count, "project")}.";
        }

        var parts = Enum.GetValues<Stage>()
            .Reverse()
            .Where(s => report.Count(s) > 0)
            .Select(s => $"{report.Count(s)} {s.Name()}");
        var suppressed = report.Uses.Count(u => u.SuppressedBy is not null);
        var manual = report.Uses.Count(u => u.Manual is not null);
        var waived = report.Uses.Count(u => u.Waiver is not null);
        return $"{Number(report.Uses.Count, "use")} of {Number(report.Uses.Select(u => u.Item).Distinct().Count(), "thing")} in {Number(report.Projects.Count, "project")}: {string.Join(", ", parts)}; {suppressed} suppressed, {waived} waived{(manual == 0 ? "" : $", {manual} by hand")}.";
    }

    /// <summary>What a stage means for who reads the report.</summary>
    public static string Title(Stage stage, DeprecationReport report) =>
        stage switch
        {
            Stage.Removed => "Gone: the referenced release does not have it",
            Stage.GoneInTarget => $"Gone in {report.Target}",
            Stage.LastRelease => "In its last release: the next major release removes it",
            _ => "Deprecated: the next major release still has it",
        };

    private static void WriteItem(ToolConsole console, DeprecatedItem item, List<Use> uses)
    {
        var kind = item.Surface == "api" ? "" : item.Surface + " ";
        console.Line(
            $"  {console.Paint(kind + SafeText.Of(item.Name), Tone.Strong)}  {SafeText.Of(item.Package)}, {item.Dates}: {SafeText.Of(item.Advice)}"
        );
        var width = uses.Max(u => u.Place.Length);
        foreach (var use in uses)
        {
            console.Line(
                $"    {SafeText.Of(use.Place).PadRight(width)}  {SafeText.Of(Note(use))}".TrimEnd()
            );
        }
    }

    private static string Note(Use use) =>
        string.Join(
            "; ",
            new[]
            {
                use.SuppressedBy is { } by ? $"suppressed by {by}" : null,
                use.Waiver is { } waiver
                    ? $"waived by {waiver.Owner} until {Day(waiver)}: {waiver.Reason}"
                    : null,
                use.Manual is { } why ? $"by hand: {why}" : null,
            }.OfType<string>()
        );

    private static string Day(Waiver waiver) =>
        waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int count, string noun) =>
        $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static Tone ToneOf(Stage stage) =>
        stage switch
        {
            Stage.Deprecated => Tone.Plain,
            Stage.LastRelease => Tone.Warning,
            _ => Tone.Bad,
        };
}
