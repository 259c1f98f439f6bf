using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Benchmarks.Lifecycle;

/// <summary>The compiler in this process: reads all sources, binds them, and runs analyzers beside it.</summary>
internal sealed class Compiler
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private readonly IReadOnlyList<string> _sources;
    private readonly ImmutableArray<MetadataReference> _references;

    public Compiler(IReadOnlyList<string> sources, IEnumerable<MetadataReference> references)
    {
        _sources = sources;
        _references = [.. Platform(), .. references];
    }

    /// <summary>Compiles a library that a compiled project can reference.</summary>
    public static MetadataReference Library(string name, string version, string source) =>
        MetadataReference.CreateFromImage(Image(name, version, source));

    /// <summary>Compiles a library.</summary>
    public static byte[] Image(string name, string version, string source)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [
                CSharpSyntaxTree.ParseText(
                    $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]\n{source}"
                ),
            ],
            [.. Platform(), Abstractions],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? image.ToArray()
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    /// <summary>The library that declares what is deprecated.</summary>
    public static MetadataReference Abstractions { get; } =
        MetadataReference.CreateFromFile(
            typeof(Common.Abstractions.DeprecatedAttribute).Assembly.Location
        );

    /// <summary>How many public types and members the last compilation had, constructors included.</summary>
    public int PublicSymbols { get; private set; }

    /// <summary>Compiles once.</summary>
    /// <param name="analyzers">What runs beside it.</param>
    /// <param name="options">What those get.</param>
    /// <param name="generator">What runs before them, if anything.</param>
    /// <param name="meter">Measures the generator.</param>
    /// <returns>What was reported, errors of the compiler included.</returns>
    public ImmutableArray<Diagnostic> Run(
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        AnalyzerOptions options,
        IIncrementalGenerator? generator,
        RuleMeter meter
    )
    {
        Compilation compilation = CSharpCompilation.Create(
            "Large",
            _sources.Select(
                (s, i) => CSharpSyntaxTree.ParseText(s, ParseOptions, $"/large/C{i}.cs")
            ),
            _references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                concurrentBuild: false
            )
        );
        if (generator is not null)
        {
            meter.Run(() =>
                CSharpGeneratorDriver
                    .Create(
                        [generator.AsSourceGenerator()],
                        options.AdditionalFiles,
                        ParseOptions,
                        options.AnalyzerConfigOptionsProvider
                    )
                    .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _)
            );
        }

        var run = compilation.WithAnalyzers(
            analyzers,
            new CompilationWithAnalyzersOptions(
                options,
                onAnalyzerException: null,
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false
            )
        );
#pragma warning disable VSTHRD002 // a measured operation is synchronous, and no context waits for it
        var diagnostics = run.GetAllDiagnosticsAsync(CancellationToken.None)
            .GetAwaiter()
            .GetResult();
#pragma warning restore VSTHRD002
        PublicSymbols = compilation
            .GetSymbolsWithName(static _ => true, SymbolFilter.Type)
            .OfType<INamedTypeSymbol>()
            .Sum(t => 1 + t.GetMembers().Count(IsPublic));
        return diagnostics;
    }

    private static bool IsPublic(ISymbol symbol) =>
        symbol.DeclaredAccessibility == Accessibility.Public;

    private static IEnumerable<MetadataReference> Platform() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p));
}
