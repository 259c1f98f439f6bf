using System.Globalization;
using System.Text;
using Common.Tool.Deprecations.Uses;

namespace Common.Tool.Deprecations.Output;

/// <summary>Draws when what is used goes away: a row for each thing, releases from left to right.</summary>
/// <remarks>
/// The bar begins at the release that deprecated the thing; its second half is the last major release that has it; a cross stands where it is
/// removed, and a ring at each release of the package that a project references.
/// </remarks>
internal static class RemovalCalendar
{
    private const int LabelWidth = 360; // pixels
    private const int MajorWidth = 150;
    private const int RowHeight = 28;
    private const int Top = 62;
    private const int Margin = 28; // beside the first release and the last
    private const int MinorsShown = 10;

    /// <summary>The drawing, as SVG.</summary>
    public static string Draw(DeprecationReport report)
    {
        var rows = report
            .Uses.Where(u => u.Item.Removal is not null)
            .GroupBy(u => u.Item)
            .OrderBy(g => g.Key.Removal!.Major)
            .ThenBy(g => g.Key.Name, StringComparer.Ordinal)
            .ToList();
        var first = rows.Min(r =>
            Math.Min((r.Key.Since ?? r.Key.Removal!).Major, r.Min(u => u.Referenced.Major))
        );
        var last = rows.Max(r => Math.Max(r.Key.Removal!.Major, r.Max(u => u.Referenced.Major)));
        var width = LabelWidth + ((last - first) * MajorWidth) + (2 * Margin);
        var height = Top + (rows.Count * RowHeight) + 6;

        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"Calendar of removals\">\n"
        );
        DrawLegend(svg);
        for (var i = 0; i < rows.Count; i++)
        {
            var top = Top + (i * RowHeight);
            if (i % 2 == 0)
            {
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<rect class=\"band\" x=\"0\" y=\"{top}\" width=\"{width}\" height=\"{RowHeight}\"/>\n"
                );
            }

            DrawRow(svg, rows[i].Key, [.. rows[i]], top + (RowHeight / 2), first);
        }

        for (var major = first; major <= last; major++)
        {
            var x = X(new ReleaseNumber(major, 0), first);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line class=\"axis\" x1=\"{x}\" y1=\"{Top - 8}\" x2=\"{x}\" y2=\"{height}\"/><text class=\"release\" x=\"{x}\" y=\"{Top - 16}\" text-anchor=\"middle\">{major}.0</text>\n"
            );
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawLegend(StringBuilder svg) =>
        svg.Append(
            """
            <g aria-hidden="true">
            <rect class="notice" x="6" y="7" width="22" height="10" rx="2"/><text x="34" y="16">deprecated</text>
            <rect class="last" x="116" y="7" width="22" height="10" rx="2"/><text x="144" y="16">last major release that has it</text>
            <path class="gone" d="M344 8l8 8m0-8l-8 8"/><text x="360" y="16">removed</text>
            <circle class="here" cx="432" cy="12" r="5"/><text x="443" y="16">referenced by a project</text>
            </g>

            """
        );

    private static void DrawRow(
        StringBuilder svg,
        DeprecatedItem item,
        List<Use> uses,
        int y,
        int first
    )
    {
        var removal = X(item.Removal!, first);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <g><title>{Html.Encode(
                item.Name
            )}: {item.Dates}, {uses.Count} {(uses.Count == 1 ? "use" : "uses")}</title>
            <text x="6" y="{y + 4}">{Surface(item)}{Html.Encode(CalendarLabel.Of(item.Surface, item.Name))}</text>

            """
        );
        if (item.Since is { } since)
        {
            var start = X(since, first);
            var next = X(new ReleaseNumber(since.Major + 1, 0), first);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""
                <rect class="notice" x="{start}" y="{y - 5}" width="{next
                    - start}" height="10" rx="2"/>
                <rect class="last" x="{next}" y="{y - 5}" width="{removal
                    - next}" height="10" rx="2"/>

                """
            );
        }

        svg.Append(
            CultureInfo.InvariantCulture,
            $"<path class=\"gone\" d=\"M{removal - 5} {y - 5}l10 10m0-10l-10 10\"/>\n"
        );
        foreach (var referenced in uses.Select(u => u.Referenced).Distinct())
        {
            // A ring lets the cross be seen in it.
            var x = X(referenced, first);
            var ring = x == removal ? "class=\"here ring\" r=\"9\"" : "class=\"here\" r=\"5\"";
            svg.Append(CultureInfo.InvariantCulture, $"<circle {ring} cx=\"{x}\" cy=\"{y}\"/>\n");
        }

        svg.Append("</g>\n");
    }

    private static string Surface(DeprecatedItem item) =>
        item.Surface == "api" ? "" : $"<tspan class=\"surface\">{item.Surface} </tspan>";

    private static int X(ReleaseNumber release, int first) =>
        LabelWidth
        + Margin
        + ((release.Major - first) * MajorWidth)
        + (Math.Min(release.Minor, MinorsShown - 1) * MajorWidth / MinorsShown);
}
