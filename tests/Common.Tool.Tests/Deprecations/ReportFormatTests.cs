using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Common.Tool.Tests.Deprecations;

/// <summary>The same uses for machines and as a page.</summary>
public sealed class ReportFormatTests
{
    [Fact]
    public async Task Json_has_every_use_and_waiver()
    {
        using var scene = Scene();

        var run = await scene.ReportAsync("--json", "--to", "3.0");

        using var document = JsonDocument.Parse(run.Output);
        var root = document.RootElement;
        Assert.Equal(1, root.GetProperty("schema").GetInt32());
        Assert.Equal("deprecations report", root.GetProperty("command").GetString());
        Assert.Equal("3.0", root.GetProperty("target").GetString());
        var uses = root.GetProperty("uses").EnumerateArray().ToList();
        Assert.Equal(2, uses.Count);
        Assert.Equal("gone-in-target", uses[0].GetProperty("stage").GetString());
        Assert.Equal("1.1", uses[0].GetProperty("referenced").GetString());
        Assert.Equal("3.0", uses[0].GetProperty("removal").GetString());
        Assert.Equal(
            "#pragma warning disable LIBD001",
            uses[0].GetProperty("suppressedBy").GetString()
        );
        Assert.Equal("team <a>", uses[1].GetProperty("waivedBy").GetString());
        Assert.Equal(1, root.GetProperty("waivers")[0].GetProperty("uses").GetInt32());
    }

    [Fact]
    public async Task Sarif_marks_what_is_silenced()
    {
        using var scene = Scene();
        var file = scene.PathOf("uses.sarif");

        await scene.ReportAsync("--sarif", file);

        using var document = JsonDocument.Parse(
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)
        );
        var results = document
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")
            .EnumerateArray()
            .ToList();
        Assert.Equal(
            ["CMN1001", "CMN1001"],
            results.Select(r => r.GetProperty("ruleId").GetString())
        );
        Assert.Equal(["note", "note"], results.Select(r => r.GetProperty("level").GetString()));
        Assert.Equal(
            ["inSource", "external"],
            results.Select(r => r.GetProperty("suppressions")[0].GetProperty("kind").GetString())
        );
        var region = results[0]
            .GetProperty("locations")[0]
            .GetProperty("physicalLocation")
            .GetProperty("region");
        Assert.Equal(2, region.GetProperty("startLine").GetInt32());
        Assert.Equal(46, region.GetProperty("startColumn").GetInt32());
    }

    [Fact]
    public async Task The_page_allows_nothing_but_its_own_style_and_encodes_all_text()
    {
        using var scene = Scene();
        var file = scene.PathOf("page.html");

        await scene.ReportAsync("--html", file);

        var page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var style = Between(page, "<style>", "</style>");
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains(
            $"content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\"",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh", page, StringComparison.Ordinal);
        Assert.Contains("team &lt;a&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("team <a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_has_a_row_for_each_thing_and_is_well_formed()
    {
        using var scene = Scene();
        var file = scene.PathOf("page.html");

        await scene.ReportAsync("--html", file);

        var page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var svg = XElement.Parse("<svg" + Between(page, "<svg", "</svg>") + "</svg>");
        var space = svg.Name.Namespace;
        Assert.Equal(
            2,
            svg.Elements(space + "g").Count(g => g.Element(space + "title") is not null)
        );
        Assert.Equal(["1.0", "2.0", "3.0"], svg.Elements(space + "text").Select(t => t.Value));
    }

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static ConsumerScene Scene()
    {
        var scene = new ConsumerScene("1.1", Packages.Deprecating);
        scene.Code(
            "#pragma warning disable LIBD001\nstatic class C { static int A() => Lib.Stock.Old(\"<script>alert(1)</script>\"); static string E = \"stock.counted\"; }"
        );
        scene.Write(
            "services/deprecations.waivers.json",
            """
            { "schema": 1, "waivers": [ { "use": "event:stock.counted", "owner": "team <a>", "reason": "\"x\" & <script>", "expires": "2027-01-31" } ] }
            """
        );
        return scene;
    }
}
