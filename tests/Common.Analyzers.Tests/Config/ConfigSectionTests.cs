using Common.Analyzers.Config;

namespace Common.Analyzers.Tests.Config;

public sealed class ConfigSectionTests
{
    private const string Head = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using Common.Abstractions;
        using Common.Config;
        using NodaTime;

        namespace Orders;


        """;

    private static readonly RoslynTest Test = RoslynTest
        .Generator<ConfigSectionGenerator>()
        .WithAnalyzer<ConfigSectionAnalyzer>();

    [Fact]
    public async Task Every_type_compiles_and_stands_in_the_catalogue()
    {
        var outcome = await Test.WithSource(
                Head
                    + """
                    public enum Mode { Slow, Fast }

                    /// <summary>All <c>types</c>.</summary>
                    [ConfigSection("Orders:All")]
                    public sealed partial class All
                    {
                        /// <summary>A size; see <see cref="Mode"/>.</summary>
                        [Range(1, 10), Advanced, Reloadable, DeprecatedKey("Orders:Size", "1.2")]
                        public int Size { get; init; } = 5;
                        public bool A { get; init; } = true;
                        public string B { get; set; } = "x";
                        public Mode C { get; init; } = Mode.Fast;
                        public Guid D { get; init; }
                        public Uri? E { get; init; }
                        public Version F { get; init; } = new("1.2");
                        public TimeSpan G { get; init; } = TimeSpan.FromMinutes(2);
                        [Limits("1s", "1h")] public Duration H { get; init; } = Duration.FromSeconds(30);
                        public Period? I { get; init; }
                        public LocalDate J { get; init; }
                        public LocalTime K { get; init; }
                        public Instant L { get; init; }
                        public ByteSize M { get; init; } = ByteSize.FromMebibytes(1);
                        public System.Net.IPAddress? N { get; init; }
                        public System.Net.IPNetwork O { get; init; }
                        public HostPort P { get; init; }
                        public System.Text.RegularExpressions.Regex? Q { get; init; }
                        public required Secret R { get; init; }
                        public IReadOnlyList<string> S { get; init; } = ["a", "b"];
                        public HashSet<int> T { get; init; } = [];
                        public IReadOnlyDictionary<string, Duration> U { get; init; } = new Dictionary<string, Duration>();
                        public Inner V { get; init; } = new();
                        public Inner[] W { get; init; } = [];
                        public int? X { get; init; }
                        public Int128 Y { get; init; } = Int128.One;
                        public Dictionary<Mode, Inner> Z { get; init; } = [];
                        public IReadOnlyDictionary<int, Duration> ByNumber { get; init; } = new Dictionary<int, Duration>();
                        public IDictionary<Guid, string> ById { get; init; } = new Dictionary<Guid, string>();
                        public Secret Hidden { get; init; } = new("hunter2");
                        public IReadOnlyList<Secret> AllHidden { get; init; } = [new("hunter2")];
                    }

                    [ConfigSection]
                    public sealed partial class Inner
                    {
                        public decimal Share { get; init; }
                        public IReadOnlyList<Inner> Children { get; init; } = [];
                    }
                    """
            )
            .GenerateAsync();

        Assert.Empty(outcome.Diagnostics);
        var text = outcome
            .Text(
                outcome.Names.Single(name =>
                    name.StartsWith("Orders.All.", StringComparison.Ordinal)
                )
            )
            .Replace("\\\"", "'", StringComparison.Ordinal);
        Assert.Contains(
            "{'name':'Size','type':'int','help':'A size; see Mode.','reloadable':true,'advanced':true,'default':'5',"
                + "'minimum':'1','maximum':'10','deprecatedKeys':[{'path':'Orders:Size','since':'1.2'}]}",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'type':'enum','values':['Slow','Fast'],'help':'','default':'Fast'",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'type':'duration','help':'','default':'2m'",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'type':'list','element':{'type':'string'},'help':'','default':['a','b']",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("'type':'size','help':'','default':'1MiB'", text, StringComparison.Ordinal);
        Assert.Contains(
            "'type':'dictionary','key':{'type':'enum','values':['Slow','Fast']},'element':{'type':'section','class':'Orders.Inner'}",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'name':'Hidden','type':'secret','help':'','defaultSource':'***'",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.Contains(
            "typeof(global::Common.Config.Generated.Sections_TestProject)",
            outcome.Text("ConfigSections.g.cs"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ByteSize", "ByteSize.FromKibibytes(64)", "64KiB")]
    [InlineData("ByteSize", "new(512)", "512B")]
    [InlineData("HostPort", "new(\"db\", 5432)", "db:5432")]
    [InlineData("HostPort", "new(\"::1\", 5432)", "[::1]:5432")]
    [InlineData("Version", "new(1, 2)", "1.2")]
    [InlineData("double", "double.MaxValue", "1.7976931348623157E+308")]
    [InlineData(
        "Guid",
        "Guid.Parse(\"550e8400-e29b-41d4-a716-446655440000\")",
        "550e8400-e29b-41d4-a716-446655440000"
    )]
    [InlineData("System.Net.IPAddress", "System.Net.IPAddress.Loopback", "127.0.0.1")]
    [InlineData("System.Net.IPNetwork", "System.Net.IPNetwork.Parse(\"10.0.0.0/8\")", "10.0.0.0/8")]
    [InlineData("Period", "Period.FromDays(3)", "P3D")]
    [InlineData("LocalTime", "new(23, 30)", "23:30:00")]
    [InlineData("LocalDate", "new(2026, 1, 2)", "2026-01-02")]
    [InlineData("TimeSpan", "new(0, 0, 30)", "00:00:30")]
    [InlineData("TimeSpan", "TimeSpan.FromSeconds(1.5)", "1.5s")]
    [InlineData("double", "-0.5", "-0.5")]
    [InlineData("string", "\"a\" + \"b\"", "ab")]
    public async Task A_default_is_evaluated(string type, string code, string value)
    {
        var outcome = await Test.WithSource(
                Head
                    + $"[ConfigSection(\"Orders\")] public sealed partial class A {{ public {type} B {{ get; init; }} = {code}; }}"
            )
            .GenerateAsync();

        Assert.Contains(
            $"\\\"default\\\":\\\"{value}\\\"",
            outcome.Text(".ConfigSection.g.cs"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Sections_with_names_alike_compile()
    {
        var outcome = await Test.WithSource(
                Head
                    + """
                    [ConfigSection("A")]
                    public sealed partial class Limits
                    {
                        public int Size { get; init; } = 5;
                    }

                    [ConfigSection("B")]
                    public sealed partial class limits
                    {
                        public int Size { get; init; } = 5;
                    }
                    """
            )
            .GenerateAsync();

        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(3, outcome.Names.Count());
    }

    [Fact]
    public Task An_unrelated_edit_writes_nothing_anew() =>
        Test.WithSource(
                Head
                    + """
                    [ConfigSection("Orders")]
                    public sealed partial class OrderOptions
                    {
                        public int Size { get; init; } = 5;
                    }
                    """
            )
            .IsIncrementalAsync();

    [Theory]
    [InlineData(
        "public sealed class {|CMN2001:A|} { }",
        "'A' cannot be a section of the configuration: 'A' must be partial"
    )]
    [InlineData(
        "public abstract partial class {|CMN2001:A|} { }",
        "'A' cannot be a section of the configuration: it must be neither static nor abstract"
    )]
    [InlineData(
        "public sealed partial class {|CMN2001:A|}<T> { }",
        "'A' cannot be a section of the configuration: it must not be generic"
    )]
    [InlineData(
        "public sealed partial class A { public object {|CMN2002:B|} { get; init; } = new(); }",
        "The option 'B' has type 'object', which cannot be written in the configuration; use one of the supported types, a type that "
            + "implements ISpanParsable, or a class with [ConfigSection]"
    )]
    [InlineData(
        "public sealed partial class A { [Range(1, 10)] public int {|CMN2003:B|} { get; init; } = 11; }",
        "The default of 'B' is 11; it must be from 1 to 10"
    )]
    [InlineData(
        "public sealed partial class A { [Limits(\"1s\", \"5m\")] public Duration {|CMN2003:B|} { get; init; } = Duration.FromMilliseconds(999); }",
        "The default of 'B' is 999ms; it must be from 1s to 5m"
    )]
    [InlineData(
        "public sealed partial class A { public int B { get; init; } [DeprecatedKey(\"Orders:B\", \"1.0\")] public int {|CMN2004:C|} { get; init; } }",
        "The key 'Orders:B' is already that of 'A.B'"
    )]
    [InlineData(
        "public sealed partial class A { [DeprecatedKey(\"Old::B\", \"1.0\")] public int {|CMN2005:B|} { get; init; } }",
        "[DeprecatedKey] does not fit the option 'B': 'Old::B' is no key; write segments with colons between them, such as \"Orders:Database:PoolSize\""
    )]
    [InlineData(
        "public sealed partial class B { } [ConfigSection(\"Orders:*:B\")] public sealed partial class {|CMN2001:A|} { }",
        "'A' cannot be a section of the configuration: its path must be segments with colons between them, such as \"Orders:Database\""
    )]
    [InlineData(
        "public sealed partial class A { [{|CMN2005:Url|}] public int B { get; init; } }",
        "[Url] does not fit the option 'B': it is for texts and addresses, not for int"
    )]
    [InlineData(
        "public sealed partial class A { [{|CMN2005:EmailAddress|}] public string B { get; init; } = \"\"; }",
        "[EmailAddress] does not fit the option 'B': it is not checked without reflection; write the rule into a partial Check method"
    )]
    [InlineData(
        "public sealed partial class A { [{|CMN2005:Range(1, double.MaxValue)|}] public int B { get; init; } = 5; }",
        "[Range] does not fit the option 'B': '1.7976931348623157E+308' is no value of it; it must be a whole number from -2147483648 to 2147483647"
    )]
    [InlineData(
        "public sealed partial class A { [{|CMN2005:Range(0, double.PositiveInfinity)|}] public double B { get; init; } = 5; }",
        "[Range] does not fit the option 'B': 'Infinity' is no value of it; it must be a number such as 0.5"
    )]
    [InlineData(
        "public sealed partial class A { [{|CMN2005:Limits(\"1\", \"5s\")|}] public Duration B { get; init; } }",
        "[Limits] does not fit the option 'B': '1' is no value of it; it must be a duration such as 250ms, 30s, 5m, 1h, 1d, 00:00:30 or PT30S"
    )]
    [InlineData(
        "public sealed partial class A { [{|CMN2005:AllowedValues(1, 256)|}] public byte B { get; init; } = 1; }",
        "[AllowedValues] does not fit the option 'B': '256' is no value of it; it must be a whole number from 0 to 255"
    )]
    [InlineData(
        "public sealed partial class A { [{|CMN2005:RegularExpression(\"(\")|}] public string B { get; init; } = \"\"; }",
        "[RegularExpression] does not fit the option 'B': '(' is no regular expression"
    )]
    [InlineData(
        "public sealed partial class A : D { [Range(1, 10)] public override int {|CMN2003:B|} { get; init; } = 11; } public abstract class D { public abstract int B { get; init; } }",
        "The default of 'B' is 11; it must be from 1 to 10"
    )]
    public Task A_wrong_declaration_is_an_error(string code, string message) =>
        RoslynTest
            .Analyzer<ConfigSectionAnalyzer>()
            .WithSource(Head + "[ConfigSection(\"Orders\")] " + code)
            .ReportsAsync(message);

    [Fact]
    public Task An_older_key_in_a_section_of_many_names_is_an_error() =>
        RoslynTest
            .Analyzer<ConfigSectionAnalyzer>()
            .WithSource(
                Head
                    + "[ConfigSection(\"Orders:*\")] public sealed partial class A { [DeprecatedKey(\"Orders:*:C\", \"1.0\")] public int {|CMN2005:B|} { get; init; } }"
            )
            .ReportsAsync(
                "[DeprecatedKey] does not fit the option 'B': a section of many names has no older keys; keep a property of the older name for as long"
            );

    [Theory]
    [InlineData(
        "public sealed partial class A { [DeprecatedKey(\"Old:C\", \"1.0\")] public C {|CMN2005:B|} { get; init; } = new(); }",
        "[DeprecatedKey] does not fit the option 'B': a section has no older key of its own; give older keys to its options"
    )]
    [InlineData(
        "public sealed partial class A { public IReadOnlyList<D> {|CMN2005:B|} { get; init; } = []; }",
        "[DeprecatedKey] does not fit the option 'B': 'D.E' has an older key, and an element of a collection has no whole key that it could "
            + "stand for; keep a property of the older name for as long"
    )]
    [InlineData(
        "public sealed partial class A { public IReadOnlyDictionary<string, F[]> {|CMN2005:B|} { get; init; } = new Dictionary<string, F[]>(); }",
        "[DeprecatedKey] does not fit the option 'B': 'D.E' has an older key, and an element of a collection has no whole key that it could "
            + "stand for; keep a property of the older name for as long"
    )]
    [InlineData(
        "public sealed partial class A { public D B { get; init; } = new(); public D {|CMN2004:C|} { get; init; } = new(); }",
        "The key 'Old:E' is already that of 'A.B.E'"
    )]
    [InlineData(
        "public sealed partial class A { public C B { get; init; } = new(); } [ConfigSection(\"Orders:B\")] public sealed partial class G { public int {|CMN2004:H|} { get; init; } }",
        "The key 'Orders:B:H' is already that of 'A.B.H'"
    )]
    public Task A_key_that_cannot_be_or_is_taken_within_another_class_is_an_error(
        string code,
        string message
    ) =>
        RoslynTest
            .Analyzer<ConfigSectionAnalyzer>()
            .WithSource(
                Head
                    + "[ConfigSection(\"Orders\")] "
                    + code
                    + "[ConfigSection] public sealed partial class C { public int H { get; init; } }"
                    + "[ConfigSection] public sealed partial class D { [DeprecatedKey(\"Old:E\", \"1.0\")] public int E { get; init; } }"
                    + "[ConfigSection] public sealed partial class F { public D D { get; init; } = new(); }"
            )
            .ReportsAsync(message);

    [Theory]
    [InlineData(
        "public sealed partial class A { public D B { get; init; } = new(); } [ConfigSection] public sealed partial class D { [DeprecatedKey(\"Old:E\", \"1.0\")] public int E { get; init; } }"
    )]
    [InlineData(
        "public sealed partial class A { public required Secret B { get; init; } } [ConfigSection] public sealed partial class D { public IReadOnlyList<D> E { get; init; } = []; }"
    )]
    [InlineData(
        "public sealed partial class A { [Range(1, 10)] public required int B { get; init; } }"
    )]
    [InlineData(
        "public sealed partial class A { [Range(1, 10)] public int B { get; init; } = 10; }"
    )]
    [InlineData(
        "public sealed partial class A { [Limits(\"1s\", \"5m\")] public Duration B { get; init; } = Duration.FromMinutes(5); }"
    )]
    [InlineData(
        "public sealed partial class A { public static int B { get; set; } public int C => 1; private object D { get; set; } = new(); }"
    )]
    [InlineData(
        "public sealed partial class A { public A() { } public A(int size) => Size = size; public int Size { get; init; } }"
    )]
    [InlineData(
        "public sealed partial class A { [Display(Name = \"the size\")] public int Size { get; init; } }"
    )]
    public Task A_right_declaration_is_none(string code) =>
        RoslynTest
            .Analyzer<ConfigSectionAnalyzer>()
            .WithSource(Head + "[ConfigSection(\"Orders\")] " + code)
            .ReportsAsync();
}
