using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Lifecycle.PublicApi;

/// <summary>CMN0001 to CMN0005: compares the public API with the files that list it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PublicApiAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        [
            PublicApiRules.Undeclared,
            PublicApiRules.Gone,
            PublicApiRules.Duplicate,
            PublicApiRules.InvalidFile,
            PublicApiRules.Nullability,
        ];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        // Generated members are as public as any.
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
        );
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (!LifecycleOptions.IsBound(start.Options))
        {
            return;
        }

        var files = start.Options.AdditionalFiles;
        var shipped = ApiFile.Read(files, ApiFile.Shipped, start.CancellationToken);
        var unshipped = ApiFile.Read(files, ApiFile.Unshipped, start.CancellationToken);
        if (shipped is null || unshipped is null)
        {
            var missing = shipped is null ? ApiFile.Shipped : ApiFile.Unshipped;
            const string rule =
                "the project has none among its AdditionalFiles; create it with the one line '#nullable enable'";
            start.RegisterCompilationEndAction(end =>
                end.ReportDiagnostic(
                    Diagnostic.Create(PublicApiRules.InvalidFile, Location.None, missing, rule)
                )
            );
            return;
        }

        var errors = shipped.Errors.AddRange(unshipped.Errors);
        if (!errors.IsEmpty)
        {
            start.RegisterCompilationEndAction(end => ReportErrors(end, errors));
            return;
        }

        var comparison = new ApiComparison(shipped, unshipped, start.Compilation.Assembly);
        start.RegisterSymbolAction(
            symbol => comparison.Compare((INamedTypeSymbol)symbol.Symbol, symbol.ReportDiagnostic),
            SymbolKind.NamedType
        );
        start.RegisterCompilationEndAction(end =>
        {
            comparison.CompareForwarded(end.Compilation, end.ReportDiagnostic);
            comparison.ReportRest(end.ReportDiagnostic);
        });
    }

    private static void ReportErrors(
        CompilationAnalysisContext context,
        ImmutableArray<(Location Location, string Rule)> errors
    )
    {
        foreach (var (location, rule) in errors)
        {
            var file = Path.GetFileName(location.GetLineSpan().Path);
            context.ReportDiagnostic(
                Diagnostic.Create(PublicApiRules.InvalidFile, location, file, rule)
            );
        }
    }
}
