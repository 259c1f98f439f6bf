using Common.Analyzers.CodeFixes.Lifecycle;
using Common.Analyzers.Lifecycle.Consumer;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Tests of CMN1004.</summary>
public sealed partial class RemovedUseTests
{
    private const string Removed = """
        # release record, schema 1
        api	deprecated	Lib.OldWriter<T>	since=1.2	use=Text.Writer<T>
        api	deprecated	Lib.Box.Box(int size) -> void	since=1.2	use=Box.Create(size)
        api	deprecated	Lib.Box.GetSize() -> int	since=1.2	use=this.Size
        api	deprecated	Lib.Box.Length.get -> int	since=1.2	use=Size
        api	deprecated	Lib.Box.Length.set -> void	since=1.2	use=Size
        api	deprecated	const Lib.Limits.Max = 5 -> int	since=1.2	use=Limits.Most
        api	deprecated	static Lib.Limits.Gone() -> void	since=1.2	reason=nobody needs it
        api	deprecated	static Lib.Limits.Later() -> void	since=2.0	use=Limits.Format(1)
        api	deprecated	static Lib.Limits.Renamed(this string! text) -> string!	since=1.2	use=Text.Rfc.New(text)
        api	deprecated	static Lib.Limits.ToText(System.Collections.Generic.List<long>? instants, string! zone = "a, b") -> string!	since=1.2	use=Text.Rfc.Format(zone, instants)
        config	deprecated	Lib:Most	since=1.2	use=Lib:Limit
        """;

    private const string Source = """
        namespace Lib.Text
        {
            public static class Rfc
            {
                public static string Format(string zone, System.Collections.Generic.List<long>? instants) => "";
                public static string New(string text) => "";
            }

            public class Writer<T>;
        }

        namespace Lib
        {
            public static class Limits
            {
                public const int Most = 5;
            }

            public class Box
            {
                public static Box Create(int size) => new();
                public int Size { get; set; }
            }
        }
        """;

    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<RemovedUseAnalyzer>()
        .WithFix<RemovedUseCodeFix>()
        .WithReference(Library.Compile(Source, "3.0.0.0"))
        .WithAdditionalFile("Lib.deprecated.txt", Removed);

    public static TheoryData<string, string, string> Fixes =>
        new()
        {
            { "CS0117", "_ = Limits.Max;", "_ = Limits.Most;" },
            { "CS0117", "_ = Limits.ToText(null);", "_ = Lib.Text.Rfc.Format(\"a, b\", null);" },
            {
                "CS0117",
                "_ = Limits.ToText(zone: \"z\", instants: null);",
                "_ = Lib.Text.Rfc.Format(\"z\", null);"
            },
            { "CS1061", "_ = \"a\".Renamed();", "_ = Lib.Text.Rfc.New(\"a\");" },
            { "CS1061", "_ = box.Length;", "_ = box.Size;" },
            { "CS1061", "box.Length = 3;", "box.Size = 3;" },
            { "CS1061", "_ = box.GetSize();", "_ = box.Size;" },
            { "CS0246", "_ = new OldWriter<int>();", "_ = new Lib.Text.Writer<int>();" },
            { "CS0234", "Lib.OldWriter<int>? w = null;", "Lib.Text.Writer<int>? w = null;" },
        };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task The_fix_writes_the_replacement(string error, string before, string after) =>
        Test.WithSource(Body(before)).WithCompilerErrors(error).FixesAsync(Body(after));

    [Fact]
    public Task What_was_removed_is_told_by_name() =>
        Test.WithCompilerErrors("CS0117", "CS0246")
            .WithSource(
                """
                using Lib;

                class C
                {
                    [|OldWriter<int>|]? F;
                    object A() => Limits.[|Max|];
                    void B() => Limits.[|Gone|]();
                }
                """
            )
            .ReportsAsync(
                "'Lib.OldWriter<T>' was removed from Lib in 3.0, deprecated since 1.2: use 'Text.Writer<T>'",
                "'const Lib.Limits.Max = 5 -> int' was removed from Lib in 3.0, deprecated since 1.2: use 'Limits.Most'",
                "'static Lib.Limits.Gone() -> void' was removed from Lib in 3.0, deprecated since 1.2: nobody needs it"
            );

    [Fact]
    public Task Names_that_mean_something_else_are_not_reported() =>
        Test.WithCompilerErrors("CS0117", "CS0246")
            .WithSource(
                """
                class C
                {
                    object A() => Other.Max;
                    void B() => Lib.Limits.Later();
                    OldWriter<int>? F;
                    void Length(string text) => System.Console.Write(text.Length);
                }

                static class Other;
                """
            )
            .ReportsAsync();

    [Fact]
    public Task An_unreferenced_package_says_nothing() =>
        RoslynTest
            .Analyzer<RemovedUseAnalyzer>()
            .WithAdditionalFile("Lib.deprecated.txt", Removed)
            .WithCompilerErrors("CS0103")
            .WithSource("class C { object A() => Limits.Max; }")
            .ReportsAsync();

    private static string Body(string code) =>
        $$"""
            using Lib;

            class C
            {
                void M(Box box)
                {
                    {{code}}
                }
            }
            """;
}
