using Common.Analyzers.Lifecycle.Consumer;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Tests of CMN1005.</summary>
public sealed class CompiledUseTests
{
    private const string Old = """
        namespace Lib;
        public class Box
        {
            public Box() { }
            public Box(int size) { }
            public int Length { get; set; }
            public int Size { get; set; }
            public static string Format(int value) => "";
            public static string Format(int value, string zone) => "";
            public string Field = "";
            public class Inner;
        }
        public class Gone { public static void Call() { } }
        """;

    private const string New = """
        namespace Lib;
        public class Basis
        {
            public int Size { get; set; }
        }
        public class Box : Basis
        {
            public static string Format(int value) => "";
        }
        """;

    private const string Team = """
        public static class Team
        {
            public static object A() => new Lib.Box(3);
            public static object B() => new Lib.Box().Length + new Lib.Box().Size;
            public static object C() => Lib.Box.Format(1) + Lib.Box.Format(1, "z") + new Lib.Box().Field;
            public static object D() => new Lib.Box.Inner();
            public static void E() => Lib.Gone.Call();
        }
        """;

    private static readonly MetadataReference Lib1 = Library.Compile(Old, "1.2.0.0");
    private static readonly MetadataReference Lib3 = Library.Compile(New, "3.0.0.0");
    private static readonly MetadataReference TeamOn1 = Library.Compile(
        Team,
        "5.0.0.0",
        "Team",
        Lib1
    );

    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<CompiledUseAnalyzer>()
        .WithReference(TeamOn1)
        .WithAdditionalFile("Lib.deprecated.txt", "# release record, schema 1\n")
        .WithSource("class C { object A() => Team.A(); }");

    [Fact]
    public Task What_a_compiled_library_misses_is_reported() =>
        Test.WithReference(Lib3)
            .ReportsAsync(
                "Team was built against Lib 1.2 and uses 'Lib.Box.Box(int)', which Lib 3.0 does not have: update Team, or stay with Lib 1.2",
                "Team was built against Lib 1.2 and uses 'Lib.Box.Field', which Lib 3.0 does not have: update Team, or stay with Lib 1.2",
                "Team was built against Lib 1.2 and uses 'Lib.Box.Format(int, string)', which Lib 3.0 does not have: update Team, or stay with Lib 1.2",
                "Team was built against Lib 1.2 and uses 'Lib.Box.Inner', which Lib 3.0 does not have: update Team, or stay with Lib 1.2",
                "Team was built against Lib 1.2 and uses 'Lib.Box.Length.get', which Lib 3.0 does not have: update Team, or stay with Lib 1.2",
                "Team was built against Lib 1.2 and uses 'Lib.Gone', which Lib 3.0 does not have: update Team, or stay with Lib 1.2"
            );

    [Fact]
    public Task A_library_that_carries_a_list_of_its_own_is_looked_at() =>
        Test.WithReference(Library.Compile(Old.Replace("class Gone", "class Here"), "3.0.0.0"))
            .WithAdditionalFile("Team.deprecated.txt", "# release record, schema 1\n")
            .ReportsAsync(
                "Team was built against Lib 1.2 and uses 'Lib.Gone', which Lib 3.0 does not have: update Team, or stay with Lib 1.2"
            );

    [Fact]
    public Task A_package_of_the_same_library_is_told_by_CMN1006_only()
    {
        const string one =
            """[assembly: System.Reflection.AssemblyMetadata("CommonLifecycle", "LIBD")]""";
        return RoslynTest
            .Analyzer<CompiledUseAnalyzer>()
            .WithReference(Library.Compile(one + Team, "1.0.0.0", "Team", Lib1))
            .WithReference(
                Library.Compile(
                    one + New.Replace("namespace Lib;", "namespace Lib {") + "}",
                    "3.0.0.0"
                )
            )
            .WithAdditionalFile("Lib.deprecated.txt", "# release record, schema 1\n")
            .WithSource("class C { object A() => Team.A(); }")
            .ReportsAsync();
    }

    [Fact]
    public Task A_library_on_the_same_release_is_not_looked_at() =>
        Test.WithReference(Lib1).ReportsAsync();

    [Fact]
    public Task A_library_that_uses_only_what_is_there_is_not_reported() =>
        Test.WithReference(Library.Compile(Old, "3.0.0.0")).ReportsAsync();

    [Fact]
    public Task Nothing_is_looked_at_where_no_package_carries_a_list() =>
        RoslynTest
            .Analyzer<CompiledUseAnalyzer>()
            .WithReference(TeamOn1)
            .WithReference(Lib3)
            .WithSource("class C { object A() => Team.A(); }")
            .ReportsAsync();
}
