using Common.Analyzers.CodeFixes.Incubator;
using Common.Analyzers.Incubator;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Tests.Incubator;

/// <summary>Tests of CMN7005 and CMN7006.</summary>
public sealed class GraduatedModuleAnalyzerTests
{
    private const string Graduated =
        """{ "release": "2.0", "package": "Common.Greet", "namespace": "Common.Greet", "types": { "Greeter": "Welcomer" } }""";

    private const string Package =
        "namespace Common.Greet; public class Welcomer<T> { } public static class Greetings { public static void Greet(this int n) { } }";

    private const string Before = """
        using [|Orders.Incubator.Greet|];
        using G = [|Orders.Incubator.Greet|].Greetings;

        namespace Orders.Shop
        {
            /// <summary><see cref="[|global::Orders.Incubator.Greet|].Greetings"/></summary>
            class C
            {
                object Open = typeof([|Greeter|]<>);
                [|global::Orders.Incubator.Greet|].[|Greeter|]<int>? Closed;
                void M()
                {
                    1.Greet();
                    [|Incubator.Greet|].Greetings.Greet(2);
                    _ = new [|Greeter|]<string>();
                }
            }
        }
        """;

    private const string After = """
        using Common.Greet;
        using G = Common.Greet.Greetings;

        namespace Orders.Shop
        {
            /// <summary><see cref="global::Common.Greet.Greetings"/></summary>
            class C
            {
                object Open = typeof(Welcomer<>);
                global::Common.Greet.Welcomer<int>? Closed;
                void M()
                {
                    1.Greet();
                    Common.Greet.Greetings.Greet(2);
                    _ = new Welcomer<string>();
                }
            }
        }
        """;

    [Fact]
    public Task Code_that_uses_the_copy_is_reported() =>
        At("2.0.0").WithSource(Before).ReportsAsync();

    [Fact]
    public Task Code_moves_to_the_package() => At("2.0.0").WithSource(Before).FixesAsync(After);

    [Theory]
    [InlineData("2.4.0", DiagnosticSeverity.Info, "copies get corrections until the end of 3.x")]
    [InlineData(
        "3.0.0",
        DiagnosticSeverity.Warning,
        "this is the last release with corrections for copies"
    )]
    [InlineData("4.0.0", DiagnosticSeverity.Error, "copies get no corrections any more")]
    public async Task The_report_grows_louder_with_each_release(
        string release,
        DiagnosticSeverity severity,
        string outlook
    )
    {
        var diagnostics = await At(release)
            .WithSource("using Orders.Incubator.Greet;")
            .DiagnosticsAsync();

        var diagnostic = Assert.Single(diagnostics, d => d.Id == "CMN7005");
        Assert.Equal(severity, diagnostic.Severity);
        Assert.Equal(
            $"The module 'greet' has graduated in 2.0: use the package Common.Greet; {outlook}",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Theory]
    [InlineData("house/incubator.json", DiagnosticSeverity.Error)]
    [InlineData("elsewhere/incubator.json", DiagnosticSeverity.Info)]
    public async Task The_release_is_that_of_the_incubator_whose_module_it_is(
        string path,
        DiagnosticSeverity severity
    )
    {
        var diagnostics = await Copies
            .Of<GraduatedModuleAnalyzer>()
            .WithAdditionalFile(
                "house/greet/module.json",
                Copies.Catalogue("""{ "release": "2.0.0" }""", Graduated)
            )
            .WithAdditionalFile(path, """{ "schema": 1, "version": "4.0.0" }""")
            .WithSource("using Orders.Incubator.Greet;")
            .DiagnosticsAsync();

        Assert.Equal(severity, Assert.Single(diagnostics, d => d.Id == "CMN7005").Severity);
    }

    [Fact]
    public Task Code_that_uses_a_copy_of_an_incubating_module_is_not_reported() =>
        Copies
            .Of<GraduatedModuleAnalyzer>()
            .WithAdditionalFile("module.json", Copies.Catalogue("""{ "release": "2.0.0" }"""))
            .WithSource("using Orders.Incubator.Greet;")
            .ReportsAsync();

    [Fact]
    public Task A_copy_beside_the_package_is_reported() =>
        Beside("[|\"greet\"|]")
            .WithReference(Reference())
            .ReportsAsync(
                "The project has the package Common.Greet and a copy of the module 'greet', which has become that package; move the code over, then run: common incubator graduate greet"
            );

    [Fact]
    public Task A_copy_without_the_package_is_not_reported() => Beside("\"greet\"").ReportsAsync();

    private static RoslynTest Beside(string module) =>
        Copies
            .Of<CopyBesidePackageAnalyzer>(module: module)
            .WithAdditionalFile(
                "module.json",
                Copies.Catalogue("""{ "release": "2.0.0" }""", Graduated)
            );

    private static RoslynTest At(string release) =>
        Copies
            .Of<GraduatedModuleAnalyzer>()
            .WithFix<GraduatedModuleCodeFix>()
            .WithReference(Reference())
            .WithAdditionalFile(
                "module.json",
                Copies.Catalogue($$"""{ "release": "{{release}}" }""", Graduated)
            );

    private static CompilationReference Reference() =>
        Microsoft
            .CodeAnalysis.CSharp.CSharpCompilation.Create(
                "Acme.Common.Greet",
                [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(Package)],
                [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
                new(OutputKind.DynamicallyLinkedLibrary)
            )
            .ToMetadataReference();
}
