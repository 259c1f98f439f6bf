using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Time;

/// <summary>CMN4006: reports numbers whose names say that they are durations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BareDurationAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.BareDuration,
        title: "Say a duration by its type",
        messageFormat: "'{0}' is a duration as a bare number; use Duration or TimeSpan, so that nobody can mistake the unit",
        category: "Common.Time",
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Nothing stops seconds from being handed over where milliseconds are meant.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.BareDuration)
    );

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(
            static c => Check(c, ((IParameterSymbol)c.Symbol).Type),
            SymbolKind.Parameter
        );
        context.RegisterSymbolAction(
            static c => Check(c, ((IPropertySymbol)c.Symbol).Type),
            SymbolKind.Property
        );
        context.RegisterSymbolAction(
            static c => Check(c, ((IFieldSymbol)c.Symbol).Type),
            SymbolKind.Field
        );
    }

    private static void Check(SymbolAnalysisContext context, ITypeSymbol type)
    {
        if (
            type.SpecialType
                is SpecialType.System_Int16
                    or SpecialType.System_Int32
                    or SpecialType.System_Int64
                    or SpecialType.System_UInt32
                    or SpecialType.System_UInt64
                    or SpecialType.System_Single
                    or SpecialType.System_Double
                    or SpecialType.System_Decimal
            && DurationNames.IsDuration(context.Symbol.Name)
            && Signatures.IsOurs(context.Symbol)
        )
        {
            context.ReportDiagnostic(
                Diagnostic.Create(Rule, context.Symbol.Locations[0], context.Symbol.Name)
            );
        }
    }
}
