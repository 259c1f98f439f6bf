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
    private const int LabelWidth = 380; // pixels
    private const int MajorWidth = 150;
    private const int RowHeight = 26;
    private const int Top = 34;
    private const int LabelLength = 58; // characters that fit
    private const int MinorsShown = 10;

    /// <summary>The drawing, as SVG.</summary>
    public static string Draw(DeprecationReport report)
    {
        var rows = report
            .Uses.Where(u => u.Item.Since is not null)
            .GroupBy(u => u.Item)
            .OrderBy(g => g.Key.Removal!.Major)
            .ThenBy(g => g.Key.Name, StringComparer.Ordinal)
            .ToList();
        var first = rows.Min(r => Math.Min(r.Key.Since!.Major, r.Min(u => u.Referenced.Major)));
        var last = rows.Max(r => Math.Max(r.Key.Removal!.Major, r.Max(u => u.Referenced.Major)));
        var width = LabelWidth + ((last - first + 1) * MajorWidth);
        var height = Top + (rows.Count * RowHeight) + 6;

        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"Calendar of removals\">\n"
        );
        for (var major = first; major <= last; major++)
        {
            var x = X(new ReleaseNumber(major, 0), first);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line class=\"axis\" x1=\"{x}\" y1=\"{Top - 8}\" x2=\"{x}\" y2=\"{height}\"/><text class=\"release\" x=\"{x}\" y=\"{Top - 16}\" text-anchor=\"middle\">{major}.0</text>\n"
            );
        }

        for (var i = 0; i < rows.Count; i++)
        {
            DrawRow(svg, rows[i].Key, [.. rows[i]], Top + (i * RowHeight) + (RowHeight / 2), first);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawRow(
        StringBuilder svg,
        DeprecatedItem item,
        List<Use> uses,
        int y,
        int first
    )
    {
        var since = X(item.Since!, first);
        var next = X(new ReleaseNumber(item.Since!.Major + 1, 0), first);
        var removal = X(item.Removal!, first);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <g><title>{Html.Encode(
                item.Name
            )}: deprecated in {item.Since}, removed in {item.Removal}, {uses.Count} uses</title>
            <text x="0" y="{y + 4}">{Html.Encode(Label(item.Name))}</text>
            <rect class="notice" x="{since}" y="{y - 5}" width="{next - since}" height="10"/>
            <rect class="last" x="{next}" y="{y - 5}" width="{removal - next}" height="10"/>
            <text class="gone" x="{removal}" y="{y + 5}" text-anchor="middle">✕</text>

            """
        );
        foreach (var referenced in uses.Select(u => u.Referenced).Distinct())
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<circle class=\"here\" cx=\"{X(referenced, first)}\" cy=\"{y}\" r=\"5\"/>\n"
            );
        }

        svg.Append("</g>\n");
    }

    private static int X(ReleaseNumber release, int first) =>
        LabelWidth
        + 20
        + ((release.Major - first) * MajorWidth)
        + (Math.Min(release.Minor, MinorsShown - 1) * MajorWidth / MinorsShown);

    // The member with its type tells more than the namespace and what it gives.
    private static string Label(string name)
    {
        var text = name.Split(" -> ")[0];
        return text.Length <= LabelLength ? text : "…" + text[^(LabelLength - 1)..];
    }
}
