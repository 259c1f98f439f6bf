using System.Collections.Concurrent;
using System.Collections.Immutable;
using Common.Analyzers.Declarations;
using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Errors;

/// <summary>CMN6010 to CMN6018: reports what is wrong in declarations of errors.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ErrorAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ErrorRules.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // What is copied is marked as generated, to keep others' analyzers out of it.
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
        );
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (
            context.Compilation.GetTypeByMetadataName(ErrorReader.AttributeName)
            is not { } attributeType
        )
        {
            return;
        }

        var declared = new ConcurrentBag<(IMethodSymbol Method, AttributeData Attribute)>();
        context.RegisterSymbolAction(
            symbol =>
            {
                foreach (
                    var (method, attribute) in DeclaredMethods.Of(symbol.Symbol, attributeType)
                )
                {
                    declared.Add((method, attribute));
                    foreach (
                        var problem in ErrorReader
                            .Read(method, attribute, symbol.CancellationToken)
                            .Problems
                    )
                    {
                        symbol.ReportDiagnostic(problem.ToDiagnostic());
                    }
                }
            },
            SymbolKind.NamedType
        );
        MisplacedDeclarations.Report(context, attributeType, ErrorRules.Method);
        context.RegisterCompilationEndAction(end => ReportDuplicates(end, declared));
    }

    private static void ReportDuplicates(
        CompilationAnalysisContext context,
        IEnumerable<(IMethodSymbol Method, AttributeData Attribute)> declared
    )
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        var ordered = declared
            .OrderBy(
                item => item.Method.Locations[0].SourceTree?.FilePath ?? string.Empty,
                StringComparer.Ordinal
            )
            .ThenBy(item => item.Method.Locations[0].SourceSpan.Start);
        foreach (var (method, attribute) in ordered)
        {
            if (
                attribute.ConstructorArguments.Length != 3
                || attribute.ConstructorArguments[0].Value is not string code
            )
            {
                continue;
            }

            if (codes.TryGetValue(code, out var owner))
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        ErrorRules.DuplicateCode,
                        LogEventReader.ArgumentLocation(attribute, 0, context.CancellationToken),
                        code,
                        owner
                    )
                );
            }
            else
            {
                codes.Add(code, method.Name);
            }
        }
    }
}
