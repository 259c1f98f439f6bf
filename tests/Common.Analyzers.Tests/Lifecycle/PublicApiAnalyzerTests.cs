using Common.Analyzers.CodeFixes.Lifecycle;
using Common.Analyzers.Errors;
using Common.Analyzers.Lifecycle.PublicApi;
using Common.Analyzers.Tests.Errors;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Tests of CMN0001 to CMN0005.</summary>
public sealed partial class PublicApiAnalyzerTests
{
    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<PublicApiAnalyzer>()
        .WithFix<ApiFileCodeFix>()
        .WithBuildProperty("CommonLifecycle", "true")
        .WithAdditionalFile("PublicAPI.Shipped.txt", "#nullable enable\n")
        .WithAdditionalFile("PublicAPI.Unshipped.txt", "#nullable enable\n");

    /// <summary>Code, and the lines that the published PublicApiAnalyzers wants for it.</summary>
    public static TheoryData<string, string> Lines =>
        new()
        {
            { "public static class C;", "C" },
            { "public class C;", "C\nC.C() -> void" },
            { "public struct S;", "S\nS.S() -> void" },
            { "public enum E { A, B = 5 }", "E\nE.A = 0 -> E\nE.B = 5 -> E" },
            { "public interface I { int P { get; } }", "I\nI.P.get -> int" },
            { "public delegate string? D(int x);", "D\nvirtual D.Invoke(int x) -> string?" },
            {
                "namespace N.M { public static class C { public const int X = 1; public static string? F; } }",
                "const N.M.C.X = 1 -> int\nN.M.C\nstatic N.M.C.F -> string?"
            },
            {
                "public static class C { public static void M<T>(this string s, int i = 2, params T[] rest) where T : class { } }",
                "C\nstatic C.M<T>(this string! s, int i = 2, params T![]! rest) -> void"
            },
            {
                "public abstract class C { protected C() { } protected abstract int P { get; private protected set; } protected internal event System.Action? E { add { } remove { } } }",
                "abstract C.P.get -> int\nC\nC.C() -> void\nC.E -> System.Action?"
            },
            {
                "public sealed class C { private C() { } public override string ToString() => \"\"; public int P { get; init; } }",
                "C\nC.P.get -> int\nC.P.init -> void\noverride C.ToString() -> string!"
            },
            {
                "public readonly record struct R(int X);",
                """
                    override R.GetHashCode() -> int
                    R
                    R.Deconstruct(out int X) -> void
                    R.Equals(R other) -> bool
                    R.R() -> void
                    R.R(int X) -> void
                    R.X.get -> int
                    R.X.init -> void
                    static R.operator !=(R left, R right) -> bool
                    static R.operator ==(R left, R right) -> bool
                    override R.Equals(object obj) -> bool
                    override R.ToString() -> string
                    """
            },
            {
                "public record C(int X);",
                """
                    C
                    C.C(C! original) -> void
                    C.C(int X) -> void
                    C.Deconstruct(out int X) -> void
                    C.X.get -> int
                    C.X.init -> void
                    override C.Equals(object? obj) -> bool
                    override C.GetHashCode() -> int
                    override C.ToString() -> string!
                    static C.operator !=(C? left, C? right) -> bool
                    static C.operator ==(C? left, C? right) -> bool
                    virtual C.<Clone>$() -> C!
                    virtual C.EqualityContract.get -> System.Type!
                    virtual C.Equals(C? other) -> bool
                    virtual C.PrintMembers(System.Text.StringBuilder! builder) -> bool
                    """
            },
            {
                "[System.Diagnostics.CodeAnalysis.Experimental(\"LIBX001\")] public static class C { public static void M() { } }",
                "[LIBX001]C\n[LIBX001]static C.M() -> void"
            },
            {
                "#nullable disable\npublic static class C { public static string M(int[] a) => null; }",
                "~static C.M(int[] a) -> string\nC"
            },
        };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_recorded_API_is_not_reported(string source, string lines)
    {
        await Test.WithSource(source)
            .WithRules("CMN0001", "CMN0002", "CMN0003", "CMN0004")
            .WithAdditionalFile("PublicAPI.Shipped.txt", "#nullable enable\n" + lines)
            .ReportsAsync();
    }

    [Fact]
    public async Task What_is_not_recorded_is_reported_at_its_place()
    {
        await Test.WithSource(
                """
                public class [|{|CMN0001:C|}|]
                {
                    public int P { [|get|]; private set; }
                    internal int Q { get; set; }
                    public void [|M|](string s) { }
                    private protected void N() { }
                }

                internal class D { public void M() { } }
                """
            )
            .ReportsAsync(
                "'C' is public and is in neither PublicAPI.Shipped.txt nor PublicAPI.Unshipped.txt; record it",
                "'C.C()' is public and is in neither PublicAPI.Shipped.txt nor PublicAPI.Unshipped.txt; record it",
                "'C.P.get' is public and is in neither PublicAPI.Shipped.txt nor PublicAPI.Unshipped.txt; record it",
                "'C.M(string)' is public and is in neither PublicAPI.Shipped.txt nor PublicAPI.Unshipped.txt; record it"
            );
    }

    [Fact]
    public async Task The_fix_records_in_order()
    {
        await Test.WithSource(
                """
                namespace N;
                public sealed class C { public string? P { get; set; } public static void m() { } }
                public enum B { X }
                """
            )
            .WithAdditionalFile("PublicAPI.Unshipped.txt", "#nullable enable\nN.C.C() -> void\n")
            .FixesFileAsync(
                "PublicAPI.Unshipped.txt",
                "#nullable enable\nN.B\nN.B.X = 0 -> N.B\nN.C\nN.C.C() -> void\nN.C.P.get -> string?\nN.C.P.set -> void\nstatic N.C.m() -> void\n"
            );
    }

    [Fact]
    public async Task What_is_gone_is_reported_unless_it_is_said_to_go()
    {
        await Test.WithSource("")
            .WithRules("CMN0002")
            .WithAdditionalFile("PublicAPI.Shipped.txt", "#nullable enable\n[|A|]\nB\n")
            .WithAdditionalFile("PublicAPI.Unshipped.txt", "#nullable enable\n*REMOVED*B\n[|C|]\n")
            .ReportsAsync(
                "'A' is recorded as public API, but the code does not have it",
                "'C' is recorded as public API, but the code does not have it"
            );
    }

    [Fact]
    public async Task The_fix_takes_out_what_never_shipped_and_says_that_the_shipped_goes()
    {
        await Test.WithSource("")
            .WithAdditionalFile("PublicAPI.Shipped.txt", "#nullable enable\nA\n")
            .WithAdditionalFile("PublicAPI.Unshipped.txt", "#nullable enable\nC\n")
            .FixesFileAsync("PublicAPI.Unshipped.txt", "#nullable enable\n*REMOVED*A\n");
    }

    [Fact]
    public async Task What_stands_twice_is_reported_and_fixed()
    {
        var test = Test.WithSource("public static class C;")
            .WithRules("CMN0003")
            .WithAdditionalFile("PublicAPI.Shipped.txt", "#nullable enable\nC\n")
            .WithAdditionalFile("PublicAPI.Unshipped.txt", "#nullable enable\n[|C|]\n");

        await test.ReportsAsync("'C' is recorded twice");
        await test.FixesFileAsync("PublicAPI.Unshipped.txt", "#nullable enable\n");
    }

    [Fact]
    public async Task A_line_without_annotations_is_reported_and_fixed()
    {
        var test = Test.WithSource("public static class C { public static string [|F|] = \"\"; }")
            .WithRules("CMN0005")
            .WithAdditionalFile(
                "PublicAPI.Shipped.txt",
                "#nullable enable\nC\nstatic C.F -> string\n"
            );

        await test.ReportsAsync("'C.F' is recorded with other nullable annotations than it has");
        await test.FixesFileAsync(
            "PublicAPI.Shipped.txt",
            "#nullable enable\nC\nstatic C.F -> string!\n"
        );
    }

    [Fact]
    public async Task Another_annotation_is_another_API()
    {
        await Test.WithSource("public static class C { public static string [|F|] = \"\"; }")
            .WithAdditionalFile(
                "PublicAPI.Shipped.txt",
                "#nullable enable\nC\n{|CMN0002:static C.F -> string?|}\n"
            )
            .ReportsAsync();
    }

    public static TheoryData<string, string, string> InvalidFiles =>
        new()
        {
            {
                "A\n[|#nullable enable|]",
                "",
                "PublicAPI.Shipped.txt: '#nullable enable' must be the first line"
            },
            {
                "#nullable enable\n[|*REMOVED*A|]",
                "",
                "PublicAPI.Shipped.txt: '*REMOVED*' lines belong into PublicAPI.Unshipped.txt"
            },
            {
                "#nullable enable",
                "[|<<<<<<< ours|]\nA",
                "PublicAPI.Unshipped.txt: a merge conflict is not resolved"
            },
            { "[|=======|]", "", "PublicAPI.Shipped.txt: a merge conflict is not resolved" },
            {
                "#nullable enable\n[|\uFEFFA|]",
                "",
                "PublicAPI.Shipped.txt: a byte order mark may stand at the start of the file only"
            },
        };

    [Theory]
    [MemberData(nameof(InvalidFiles))]
    public async Task A_file_that_cannot_be_read_is_reported(
        string shipped,
        string unshipped,
        string message
    )
    {
        await Test.WithSource("public static class C;")
            .WithRules("CMN0004")
            .WithAdditionalFile("PublicAPI.Shipped.txt", shipped)
            .WithAdditionalFile("PublicAPI.Unshipped.txt", unshipped)
            .ReportsAsync(message);
    }

    [Fact]
    public async Task A_missing_file_is_reported()
    {
        await RoslynTest
            .Analyzer<PublicApiAnalyzer>()
            .WithBuildProperty("CommonLifecycle", "True")
            .WithAdditionalFile("PublicAPI.Shipped.txt", "")
            .WithSource("public static class C;")
            .ReportsAsync(
                "PublicAPI.Unshipped.txt: the project has none among its AdditionalFiles; create it with the one line '#nullable enable'"
            );
    }

    [Fact]
    public async Task What_a_generator_writes_is_reported_where_a_person_asked_for_it_and_recorded()
    {
        var test = Test.WithReference(Library.Compile(ErrorSources.Exceptions, name: "Exceptions"))
            .WithGenerator<ErrorGenerator>()
            .WithRules("CMN0001")
            .WithSource(
                """
                using Common.Abstractions;
                using Common.Exceptions;

                namespace Orders;

                public static partial class [|{|CMN0001:OrderErrors|}|]
                {
                    [Error("order.gone", ErrorKind.NotFound, "It is gone.")]
                    public static partial ServiceException Gone();
                }
                """
            )
            .WithAdditionalFile(
                "PublicAPI.Unshipped.txt",
                """
                #nullable enable
                Orders.OrderErrors
                static Orders.OrderErrors.Gone() -> Common.Exceptions.ServiceException!

                """.ReplaceLineEndings("\n")
            );

        await test.ReportsAsync(
            "'Codes' is public and is in neither PublicAPI.Shipped.txt nor PublicAPI.Unshipped.txt; record it",
            "'Codes.Gone' is public and is in neither PublicAPI.Shipped.txt nor PublicAPI.Unshipped.txt; record it"
        );
        await test.FixesFileAsync(
            "PublicAPI.Unshipped.txt",
            """
            #nullable enable
            const Orders.OrderErrors.Codes.Gone = "order.gone" -> string!
            Orders.OrderErrors
            Orders.OrderErrors.Codes
            static Orders.OrderErrors.Gone() -> Common.Exceptions.ServiceException!

            """.ReplaceLineEndings("\n")
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("false")]
    public async Task A_project_that_does_not_opt_in_is_left_alone(string lifecycle)
    {
        await RoslynTest
            .Analyzer<PublicApiAnalyzer>()
            .WithBuildProperty("CommonLifecycle", lifecycle)
            .WithSource("public class C;")
            .ReportsAsync();
    }
}
