using Common.Analyzers.Lifecycle.Consumer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Tests of what a build says where it ends before analyzers have run.</summary>
public sealed class RemovedUseGeneratorTests
{
    private const string Removed = """
        # release record, schema 1
        api	deprecated	Lib.Gone.Thing	since=1.2	use=Lib.Text
        api	deprecated	Lib.OldText	since=1.2	use=Text
        api	deprecated	const Lib.Text.Most = 5 -> int	since=1.2	use=Text.Max
        """;

    private const string Declarations = """
        using Lib;
        using [|Lib.Gone|];
        using static Lib.[|OldText|];

        [System.Obsolete(nameof([|OldText|]))]
        class C : System.Collections.Generic.List<[|OldText|]>
        {
            [|OldText|]? _field;
            const int Most = Text.[|Most|];
            [|OldText|] Property { get; } = null!;
            event System.Action<[|OldText|]>? Event;
            [|OldText|] Method([|OldText|] one, int two = Text.[|Most|]) => one;
        }

        enum E { One = Text.[|Most|] }
        """;

    private const string Bodies = """
        using Lib;

        /// <summary><see cref="OldText"/></summary>
        class C
        {
            int _field = Text.Most;
            int Property { get; } = Text.Most;
            C() : this(Text.Most) { }
            C(int i) { OldText? text = null; }
            int Arrow() => Text.Most;
            int Getter { get { return Text.Most; } }
        }
        """;

    private static readonly RoslynTest Test = RoslynTest
        .Generator<RemovedUseGenerator>()
        .WithRules("CMN1004")
        .WithReference(
            Library.Compile(
                "namespace Lib { public class Text { public const int Max = 5; } }",
                "3.0.0.0"
            )
        )
        .WithAdditionalFile("Lib.deprecated.txt", Removed);

    [Fact]
    public Task Every_declaration_is_told() =>
        Test.WithSource(Declarations)
            .WithCompilerErrors("CS0246", "CS0234", "CS0117", "CS0103")
            .ReportsAsync();

    [Fact]
    public Task Bodies_are_left_to_the_analyzer() =>
        Test.WithSource(Bodies).WithCompilerErrors("CS0246", "CS0117").ReportsAsync();

    [Fact]
    public void Where_the_generator_speaks_the_compiler_has_ended_before_the_analyzers()
    {
        Assert.NotEmpty(DeclarationErrors(Declarations));
        Assert.Empty(DeclarationErrors(Bodies));
    }

    [Fact]
    public Task The_analyzer_says_the_same_of_declarations_where_it_runs() =>
        RoslynTest
            .Analyzer<RemovedUseAnalyzer>()
            .WithReference(
                Library.Compile(
                    "namespace Lib { public class Text { public const int Max = 5; } }",
                    "3.0.0.0"
                )
            )
            .WithAdditionalFile("Lib.deprecated.txt", Removed)
            .WithSource(Declarations)
            .WithCompilerErrors("CS0246", "CS0234", "CS0117", "CS0103")
            .ReportsAsync();

    // What the command-line compiler looks at before it compiles methods: with an error there it ends.
    private static IEnumerable<string> DeclarationErrors(string source)
    {
        var text = source
            .Replace("[|", "", StringComparison.Ordinal)
            .Replace("|]", "", StringComparison.Ordinal);
        var compilation = CSharpCompilation.Create(
            "Test",
            [CSharpSyntaxTree.ParseText(text)],
            [
                .. PlatformReferences.Without([]),
                Library.Compile(
                    "namespace Lib { public class Text { public const int Max = 5; } }",
                    "3.0.0.0"
                ),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        return compilation
            .GetDeclarationDiagnostics()
            .Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => d.ToString());
    }
}
