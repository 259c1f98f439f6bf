using System.Text.Json;

namespace Common.Tool.Tests.Deprecations;

/// <summary>What no code fix migrates is listed with the reason.</summary>
public sealed class ManualTests
{
    private const string Library = """
        namespace Lib;

        public class Stock
        {
            [Deprecated("1.1", "Twice(sku, sku)")] public static int Old(string sku) => 1;
            [Deprecated("1.1", "await OldAsync()")] public static int Wait() => 1;
            [Deprecated("1.1", "Twice(other: sku, sku: 1.ToString())")] public static int Method(string sku) => 1;
            [Deprecated("1.1", Reason = "it never worked")] public static int Never() => 1;
            [Deprecated("1.1", "Now()")] public virtual int Then() => 1;
            [Deprecated("1.1", "Now()")] public virtual int Size { get; set; }
            public int Now() => 1;
            public static int Twice(string sku, string other) => 1;
            public static System.Threading.Tasks.Task<int> OldAsync() => System.Threading.Tasks.Task.FromResult(1);
        }

        public interface IStock
        {
            [Deprecated("1.1", Reason = "nobody asks")] void Ask();
        }
        """;

    private const string Code = """
        using Lib;
        using System.Linq;

        public class Mine : Stock, IStock
        {
            public static int Fits(string sku) => Stock.Old(sku);
            public static int Effects() => Stock.Old(System.Console.ReadLine()!);
            public static int NotAsync() => Stock.Wait();
            public static object Group(string[] skus) => skus.Select(Stock.Method).ToList();
            public static int Nothing() => Stock.Never();
            public override int Then() => 2;
            public void Set() => Size = 3;
            void IStock.Ask() { }
        }
        """;

    [Fact]
    public async Task The_reason_stands_beside_each_use()
    {
        using var scene = new ConsumerScene("1.1", Library);
        scene.Code(Code);

        var run = await scene.ReportAsync();

        var lines = run
            .Output.Split('\n')
            .Where(l => l.StartsWith("    ", StringComparison.Ordinal));
        Assert.Equal(
            [
                "    Shop/Code.cs(10,42)  by hand: the author names no replacement",
                "    Shop/Code.cs(11,25)  by hand: it is overridden or implemented here",
                "    Shop/Code.cs(12,26)  by hand: the replacement can't be assigned to",
                "    Shop/Code.cs(13,17)  by hand: it is overridden or implemented here",
                "    Shop/Code.cs(6,49)",
                "    Shop/Code.cs(7,42)  by hand: an argument would be evaluated twice, never or in another order",
                "    Shop/Code.cs(8,43)  by hand: 'await' can't stand there",
                "    Shop/Code.cs(9,68)  by hand: the name stands there without a call, and the replacement takes other arguments",
            ],
            lines
                .Select(l => l.Replace("  by", " by", StringComparison.Ordinal))
                .Select(Trim)
                .Order(StringComparer.Ordinal)
        );
        Assert.EndsWith("0 waived, 7 by hand.", run.Output, StringComparison.Ordinal);

        // The columns are padded to the longest place.
        static string Trim(string line) =>
            line.Contains("by hand", StringComparison.Ordinal)
                ? string.Join(
                    "  by hand",
                    line.Split("by hand").Select((p, i) => i == 0 ? p.TrimEnd() : p)
                )
                : line;
    }

    [Fact]
    public async Task So_it_does_in_JSON_in_SARIF_and_on_the_page()
    {
        using var scene = new ConsumerScene("1.1", Library);
        scene.Code("public static class A { public static int B() => Lib.Stock.Never(); }");

        var run = await scene.ReportAsync(
            "--json",
            "--html",
            scene.PathOf("page.html"),
            "--sarif",
            scene.PathOf("uses.sarif")
        );

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(
            "the author names no replacement",
            json.RootElement.GetProperty("uses")[0].GetProperty("manual").GetString()
        );
        Assert.Contains(
            "(by hand: the author names no replacement)",
            scene.Read("uses.sarif"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<td>the author names no replacement</td>",
            scene.Read("page.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_a_base_type_does_not_have_any_more_is_told_at_its_override()
    {
        using var scene = new ConsumerScene(
            "3.0",
            "namespace Lib; public class Stock { }",
            "api\tdeprecated\tvirtual Lib.Stock.Then() -> int\tsince=1.1\tuse=Now()"
        );
        scene.Code("public class Mine : Lib.Stock\n{\n    public override int Then() => 2;\n}");

        Assert.Contains(
            "    Shop/Code.cs(3,25)  by hand: it is overridden or implemented here\n",
            (await scene.ReportAsync()).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_list_that_can_not_be_read_is_a_warning_with_file_and_line()
    {
        using var scene = new ConsumerScene(
            "3.0",
            "namespace Lib; public class Stock { }",
            "<<<<<<< ours"
        );
        scene.Code("public class Mine { }");

        var run = await scene.ReportAsync();

        Assert.Equal(
            $"warning: {scene.PathOf("packages/lib/buildTransitive/Lib.deprecated.txt")}(2): buildTransitive/Lib.deprecated.txt: a merge conflict is not resolved",
            run.Error
        );
    }
}
