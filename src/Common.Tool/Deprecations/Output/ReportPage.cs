using System.Globalization;
using System.Text;
using Common.Tool.Deprecations.Uses;

namespace Common.Tool.Deprecations.Output;

/// <summary>Writes a report as one page that needs nothing besides itself: no script, nothing loaded, and a policy that forbids both.</summary>
internal static class ReportPage
{
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
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src {PageStyle.Source}; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Deprecations</title>
            <style>{PageStyle.Text}</style>
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

    private static void WriteItem(StringBuilder page, DeprecatedItem item, List<Use> uses)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            <details open>
            <summary><code>{Html.Encode(
                item.Name
            )}</code> <span class="faint">{item.Surface} of {Html.Encode(
                item.Package
            )}, {item.Dates}</span></summary>
            <p>{Html.Encode(item.Advice)}</p>
            <table>
            <tr><th scope="col" class="project">project</th><th scope="col">place</th><th scope="col" class="silenced">silenced by</th><th scope="col" class="manual">by hand, since</th></tr>

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
                $"<tr><td>{Html.Encode(use.Project)}</td><td class=\"place\">{Html.Encode(use.Place)}</td><td>{silenced}</td><td>{Html.Encode(use.Manual ?? "")}</td></tr>\n"
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
