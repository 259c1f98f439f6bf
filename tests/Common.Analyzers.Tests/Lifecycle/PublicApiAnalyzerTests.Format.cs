namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>What the format of Microsoft.CodeAnalysis.PublicApiAnalyzers asks of the lines and the files, beyond the plain cases.</summary>
public sealed partial class PublicApiAnalyzerTests
{
    /// <summary>Code, and its lines in that format.</summary>
    public static TheoryData<string, string> FormatLines =>
        new()
        {
            {
                "public class O<T> { public class I<U> where U : T { public T this[int i] => default!; } }",
                "O<T>\nO<T>.I<U>\nO<T>.I<U>.I() -> void\nO<T>.I<U>.this[int i].get -> T\nO<T>.O() -> void"
            },
            {
                "public abstract class C { public static C operator +(C a, C b) => a; public static implicit operator int(C c) => 1; public static explicit operator checked byte(C c) => 1; public static explicit operator byte(C c) => 1; }",
                "C\nC.C() -> void\nstatic C.explicit operator byte(C! c) -> byte\nstatic C.explicit operator checked byte(C! c) -> byte\nstatic C.implicit operator int(C! c) -> int\nstatic C.operator +(C! a, C! b) -> C!"
            },
            {
                "public static class C { public static ref int M(ref int a, out int b, in int c) { b = 0; return ref a; } }",
                "C\nstatic C.M(ref int a, out int b, in int c) -> int"
            },
            {
                "public enum E { A } public static class C { public static void M(E e = E.A, string? s = \"a\\n\", System.DateTime d = default, decimal m = 1.5m, char c = 'x', int? n = null) { } }",
                "C\nE\nE.A = 0 -> E\nstatic C.M(E e = E.A, string? s = \"a\\n\", System.DateTime d = default(System.DateTime), decimal m = 1.5, char c = 'x', int? n = null) -> void"
            },
            {
                "public static class C { public static (int A, string? B) M((int, string) t) => default; public static readonly string[] F = []; }",
                "C\nstatic C.M((int, string!) t) -> (int A, string? B)\nstatic readonly C.F -> string![]!"
            },
            {
                "public interface I { int P { get => 1; } } public class C : I { int I.P => 1; }",
                "C\nC.C() -> void\nI\nI.P.get -> int"
            },
            {
                "public class C { public required int P { get; init; } public virtual void V() { } protected internal sealed class N; private protected class Q; }",
                "C\nC.C() -> void\nC.N\nC.N.N() -> void\nC.P.get -> int\nC.P.init -> void\nvirtual C.V() -> void"
            },
            {
                "using System.Diagnostics.CodeAnalysis; public static class C { [Experimental(\"X1\")] public static int P { get; set; } }",
                "[X1]static C.P.get -> int\n[X1]static C.P.set -> void\nC"
            },
            {
                "[assembly: System.Diagnostics.CodeAnalysis.Experimental(\"X1\")] public static class C { public const int N = 1; }",
                "[X1]C\n[X1]const C.N = 1 -> int"
            },
            {
                "namespace System.Runtime.CompilerServices { internal sealed class RequiresUnsafeAttribute : System.Attribute; } public static class C { [System.Runtime.CompilerServices.RequiresUnsafe] public static void M() { } }",
                "C\n[RequiresUnsafe]static C.M() -> void"
            },
            {
                "#nullable disable\npublic static class C { public static event System.Action E { add { } remove { } } public static dynamic D; public static void M<T>() where T : class { } }",
                "C\nstatic C.D -> dynamic\nstatic C.E -> System.Action\n~static C.M<T>() -> void"
            },
        };

    [Theory]
    [MemberData(nameof(FormatLines))]
    public Task A_line_of_the_format_is_not_reported(string source, string lines) =>
        Test.WithSource(source)
            .WithAdditionalFile("PublicAPI.Shipped.txt", "#nullable enable\n" + lines)
            .ReportsAsync();

    [Fact]
    public Task A_forwarded_type_is_listed_with_all_that_is_in_it() =>
        Test.WithReference(
                Library.Compile(
                    "namespace Core { public class Outer<T> { public struct Inner { public T? F; } } }",
                    name: "Core"
                )
            )
            .WithSource(
                "[assembly: System.Runtime.CompilerServices.TypeForwardedTo(typeof(Core.Outer<>))]"
            )
            .WithAdditionalFile(
                "PublicAPI.Shipped.txt",
                """
                #nullable enable
                Core.Outer<T> (forwarded, contained in Core)
                Core.Outer<T>.Inner (forwarded, contained in Core)
                Core.Outer<T>.Inner.F -> T? (forwarded, contained in Core)
                Core.Outer<T>.Inner.Inner() -> void (forwarded, contained in Core)
                Core.Outer<T>.Outer() -> void (forwarded, contained in Core)
                """
            )
            .ReportsAsync();

    [Fact]
    public async Task What_is_said_to_go_and_is_there_is_reported_and_fixed()
    {
        var test = Test.WithSource("public static class C { public static string F = \"\"; }")
            .WithAdditionalFile(
                "PublicAPI.Shipped.txt",
                "#nullable enable\nC\nstatic C.F -> string!\n"
            )
            .WithAdditionalFile(
                "PublicAPI.Unshipped.txt",
                "#nullable enable\n{|CMN0002:*REMOVED*static C.F -> string!|}\n*REMOVED*static C.G -> int\n"
            );

        await test.ReportsAsync(
            "'static C.F -> string!' is recorded as removed, but the code has it"
        );
        await test.FixesFileAsync(
            "PublicAPI.Unshipped.txt",
            "#nullable enable\n*REMOVED*static C.G -> int\n"
        );
    }

    [Fact]
    public Task A_line_and_the_same_without_annotations_are_one_line_twice() =>
        Test.WithSource("#nullable disable\npublic static class C { public static string F; }")
            .WithRules("CMN0003")
            .WithAdditionalFile(
                "PublicAPI.Shipped.txt",
                "#nullable enable\nC\n~static C.F -> string\n"
            )
            .WithAdditionalFile(
                "PublicAPI.Unshipped.txt",
                "#nullable enable\n[|static C.F -> string|]\n"
            )
            .ReportsAsync("'static C.F -> string' is recorded twice");

    [Fact]
    public Task Files_that_do_not_say_that_nullability_is_recorded_are_reported() =>
        Test.WithSource("public static class C { public static string F = \"\"; }")
            .WithAdditionalFile("PublicAPI.Shipped.txt", "{|CMN0004:|}C\nstatic C.F -> string\n")
            .WithAdditionalFile("PublicAPI.Unshipped.txt", "")
            .ReportsAsync(
                "PublicAPI.Shipped.txt: the first line must be '#nullable enable', since the API has nullable annotations"
            );

    [Fact]
    public Task Without_a_nullable_type_they_need_not() =>
        Test.WithSource("public static class C { public static int F; }")
            .WithAdditionalFile("PublicAPI.Shipped.txt", "C\nstatic C.F -> int\n")
            .WithAdditionalFile("PublicAPI.Unshipped.txt", "")
            .ReportsAsync();
}
