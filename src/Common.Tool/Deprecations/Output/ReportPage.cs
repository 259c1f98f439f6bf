using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Common.Tool.Deprecations.Uses;

namespace Common.Tool.Deprecations.Output;

/// <summary>Writes a report as one page that needs nothing besides itself: no script, nothing loaded, and a policy that forbids both.</summary>
internal static class ReportPage
{
    private const string Style = """

        :root { color-scheme: light dark; --ink: #1c2128; --faint: #59636e; --line: #d1d9e0; --paper: #ffffff; --notice: #9a6700; --last: #bc4c00; --gone: #b3202a; --waived: #1a7f37; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --faint: #9198a1; --line: #3d444d; --paper: #0d1117; --notice: #d29922; --last: #f0883e; --gone: #f85149; --waived: #3fb950; } }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
        code, td.place { font: 13px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
        .faint { color: var(--faint); } .removed, .gone-in-target { color: var(--gone); } .last-release { color: var(--last); } .deprecated { color: var(--notice); } .waived { color: var(--waived); }
        table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); }
        details { margin: .75rem 0; } summary { cursor: pointer; }
        .calendar { overflow-x: auto; } svg { display: block; font: 12px system-ui, sans-serif; } svg text { fill: var(--ink); } svg .axis { stroke: var(--line); } svg .release { fill: var(--faint); }
        svg .notice { fill: var(--notice); } svg .last { fill: var(--last); } svg .gone { fill: var(--gone); } svg .here { fill: var(--paper); stroke: var(--ink); stroke-width: 2; }

        """;

    /// <summary>The whole page.</summary>
    public static string Write(DeprecationReport report)
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{StyleHash()}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Deprecations</title>
            <style>{Style}</style>
            </head>
            <body>
            <h1>Deprecations</h1>
            <p>{Html.Encode(
                ReportLines.Summary(report)
            )} <span class="faint">As of {report.Day:yyyy-MM-dd}.</span></p>

            """
        );
        if (report.Uses.Any(u => u.Item.Removal is not null))
        {
            page.Append("<h2>Calendar of removals</h2>\n<div class=\"calendar\">\n");
            page.Append(RemovalCalendar.Draw(report)).Append("</div>\n");
        }

        foreach (var stage in report.Uses.GroupBy(u => u.Stage))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<h2 class=\"{stage.Key.Name()}\">{Html.Encode(ReportLines.Title(stage.Key, report))}</h2>\n"
            );
            foreach (var item in stage.GroupBy(u => u.Item))
            {
                WriteItem(page, item.Key, [.. item]);
            }
        }

        WriteWaivers(page, report);
        WriteProblems(page, report);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static string StyleHash() =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    private static void WriteItem(StringBuilder page, DeprecatedItem item, List<Use> uses)
    {
        var dates = item.Removal is { } removal
            ? $"deprecated since {item.Since}, removed in {removal}"
            : "gone";
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            <details open>
            <summary><code>{Html.Encode(
                item.Name
            )}</code> <span class="faint">{item.Surface} of {Html.Encode(
                item.Package
            )}, {dates}</span></summary>
            <p>{Html.Encode(item.Advice)}</p>
            <table>
            <tr><th scope="col">project</th><th scope="col">place</th><th scope="col">silenced by</th></tr>

            """
        );
        foreach (var use in uses)
        {
            var silenced = use switch
            {
                { Waiver: { } waiver } =>
                    $"<span class=\"waived\">waived by {Html.Encode(waiver.Owner)} until {waiver.Expires:yyyy-MM-dd}: {Html.Encode(waiver.Reason)}</span>",
                { SuppressedBy: { } by } =>
                    $"<span class=\"last-release\">{Html.Encode(by)}</span>",
                _ => "",
            };
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{Html.Encode(use.Project)}</td><td class=\"place\">{Html.Encode(use.Place)}</td><td>{silenced}</td></tr>\n"
            );
        }

        page.Append("</table>\n</details>\n");
    }

    private static void WriteWaivers(StringBuilder page, DeprecationReport report)
    {
        if (report.Waivers.Count == 0)
        {
            return;
        }

        page.Append(
            """
            <h2>Waivers</h2>
            <table>
            <tr><th scope="col">for</th><th scope="col">owner</th><th scope="col">reason</th><th scope="col">until</th><th scope="col">uses</th></tr>

            """
        );
        foreach (var waiver in report.Waivers)
        {
            var state = waiver.HoldsOn(report.Day) ? "" : " <span class=\"removed\">expired</span>";
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td><code>{Html.Encode(waiver.Use)}</code></td><td>{Html.Encode(waiver.Owner)}</td><td>{Html.Encode(waiver.Reason)}</td><td>{waiver.Expires:yyyy-MM-dd}{state}</td><td>{report.Uses.Count(u => u.Waiver == waiver)}</td></tr>\n"
            );
        }

        page.Append("</table>\n");
    }

    private static void WriteProblems(StringBuilder page, DeprecationReport report)
    {
        if (report.Problems.Count > 0)
        {
            page.Append("<h2>Not looked at</h2>\n<ul>\n");
            foreach (var problem in report.Problems)
            {
                page.Append(CultureInfo.InvariantCulture, $"<li>{Html.Encode(problem)}</li>\n");
            }

            page.Append("</ul>\n");
        }
    }
}
