using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Config;

/// <summary>CMN2001 to CMN2005: reports what is wrong in declarations of options.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigSectionAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ConfigRules.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (
                start.Compilation.GetTypeByMetadataName(ConfigTypeReader.SectionAttribute)
                is not { } attributeType
            )
            {
                return;
            }

            start.RegisterSymbolAction(
                symbol => Analyze(symbol, attributeType),
                SymbolKind.NamedType
            );
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol attributeType)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var attribute = type.GetAttributes()
            .FirstOrDefault(a =>
                SymbolEqualityComparer.Default.Equals(a.AttributeClass, attributeType)
            );
        if (attribute is null)
        {
            return;
        }

        var (_, problems) = ConfigSectionReader.Read(
            type,
            attribute,
            context.Compilation,
            context.CancellationToken
        );
        foreach (var problem in problems)
        {
            context.ReportDiagnostic(problem.ToDiagnostic());
        }
    }
}
