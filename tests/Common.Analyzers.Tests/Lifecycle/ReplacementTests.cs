using Common.Analyzers.Lifecycle.Author;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Tests of CMN0009: a replacement is an expression that compiles at the old member, gives its type, and can be written by its callers.</summary>
public sealed class ReplacementTests
{
    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<LifecycleAnalyzer>()
        .WithBuildProperty("CommonLifecycle", "true")
        .WithBuildProperty("CommonLifecyclePrefix", "LIBD")
        .WithBuildProperty("Version", "1.1.0")
        .WithAdditionalFile("PublicAPI.Shipped.txt", "#nullable enable\n")
        .WithAdditionalFile("PublicAPI.Unshipped.txt", "#nullable enable\n")
        .WithRules("CMN0009");

    public static TheoryData<string, string, string> Wrong =>
        new()
        {
            {
                "New(y, 2)",
                "int Old(int y) => 1;",
                "'C.Old(int)': the replacement 'New(y, 2)' does not compile there: No overload for method 'New' takes 2 arguments"
            },
            {
                "New(text)",
                "int Old(string text) => 1;",
                "'C.Old(string)': the replacement 'New(text)' does not compile there: Argument 1: cannot convert from 'string' to 'int'"
            },
            {
                "Text",
                "int Old() => 1;",
                "'C.Old()': the replacement 'Text' gives 'string', and the old API 'int'"
            },
            {
                "Nothing()",
                "int Old => 1;",
                "'C.Old': the replacement 'Nothing()' gives 'void', and the old API 'int'"
            },
            {
                "await LaterAsync()",
                "string Old() => \"\";",
                "'C.Old()': the replacement 'await LaterAsync()' gives 'int', and the old API 'string'"
            },
            {
                "Shared(this)",
                "C() { }",
                "'C.C()': the replacement 'Shared(this)' does not compile there: Keyword 'this' is not valid in a static property, static method, or static field initializer"
            },
            {
                "New(Hidden())",
                "int Old() => 1;",
                "'C.Old()': the replacement 'New(Hidden())' can't be called from where the old API can"
            },
            {
                "Family()",
                "int Old() => 1;",
                "'C.Old()': the replacement 'Family()' can't be called from where the old API can"
            },
            { "Text", "event System.Action? Old;", "'C.Old': the replacement 'Text' is no event" },
            {
                "Gone()",
                "int Old() => 1;",
                "'C.Old()': the replacement 'Gone()' is deprecated too"
            },
        };

    /// <summary>Renames, moved members, arguments in another order and more of them, a property for a method, a factory for a constructor, a result that is awaited.</summary>
    public static TheoryData<string, string> Right =>
        new()
        {
            { "New(y)", "int Old(int y) => 1;" },
            { "this.New(y + 1)", "long Old(int y) => 1;" },
            { "Swap(b, a, upper: true)", "void Old(string a, int b) { }" },
            { "Text", "string Old() => \"\";" },
            { "Text", "object Old { get; set; } = \"\";" },
            { "Create(size)", "C(int size) { }" },
            { "N.Elsewhere.Make<T>(t)", "T Old<T>(T t) where T : class => t;" },
            { "await LaterAsync()", "int Old() => 1;" },
            { "Most", "const int Old = 1;" },
            { "New(i)", "int this[int i] => 1;" },
            { "Join(a, b)", "static C operator +(C a, C b) => a;" },
            { "c.Text.Length", "static explicit operator int(C c) => 1;" },
            { "Changed", "event System.Action? Old;" },
            { "y > 0 ? New(y) : 0", "int Old(int y) => 1;" },
            { "TryNew(y, out _)", "bool Old(int y) => true;" },
            { "Family()", "int Other() => 1; [System.Obsolete] protected int Old() => 1;" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public Task What_callers_could_not_write_is_reported(
        string replacement,
        string member,
        string message
    ) =>
        Test.WithSource(Source($"[[|Deprecated(\"1.1\", \"{replacement}\")|]]", member))
            .ReportsAsync(message);

    [Theory]
    [MemberData(nameof(Right))]
    public Task What_they_can_write_is_not(string replacement, string member) =>
        Test.WithSource(
                member.Contains("[System.Obsolete]", StringComparison.Ordinal)
                    ? Source(
                        "",
                        member.Replace(
                            "[System.Obsolete]",
                            $"[Deprecated(\"1.1\", \"{replacement}\")]",
                            StringComparison.Ordinal
                        )
                    )
                    : Source($"[Deprecated(\"1.1\", \"{replacement}\")]", member)
            )
            .ReportsAsync();

    private static string Source(string attribute, string member) =>
        $$"""
            using System.Threading.Tasks;
            using Common.Abstractions;

            public class C
            {
                {{attribute}}
                public {{member}}

                public const int Most = 1;
                public string Text => "";
                public int New(int z) => z;
                public bool TryNew(int z, out int result) { result = z; return true; }
                public void Swap(int first, string second, bool upper) { }
                public void Nothing() { }
                public Task<int> LaterAsync() => Task.FromResult(1);
                public event System.Action? Changed;
                public static C Create(int size) => null!;
                public static C Shared(object o) => null!;
                public static C Join(C a, C b) => a;
                [Deprecated("1.1", Reason = "it goes too")] public int Gone() => 1;
                protected int Family() => 1;
                private int Hidden() { Changed?.Invoke(); return 1; }
            }

            namespace N { public static class Elsewhere { public static T Make<T>(T t) => t; } }
            """;
}
