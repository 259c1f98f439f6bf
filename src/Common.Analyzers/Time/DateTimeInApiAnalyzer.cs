using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Time;

/// <summary>CMN4005: reports DateTime in a signature that others see.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DateTimeInApiAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.DateTimeInApi,
        title: "Do not hand a DateTime to others",
        messageFormat: "'{0}' has a DateTime, which does not say in which zone it is; use Instant, OffsetDateTime or DateTimeOffset",
        category: "Common.Time",
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A DateTime is UTC, local or neither, and only its maker knows.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.DateTimeInApi)
    );

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(
            static c => Check(c, ((IMethodSymbol)c.Symbol).ReturnType, c.Symbol),
            SymbolKind.Method
        );
        context.RegisterSymbolAction(
            static c => Check(c, ((IPropertySymbol)c.Symbol).Type, c.Symbol),
            SymbolKind.Property
        );
        context.RegisterSymbolAction(
            static c => Check(c, ((IFieldSymbol)c.Symbol).Type, c.Symbol),
            SymbolKind.Field
        );
        context.RegisterSymbolAction(
            static c => Check(c, ((IParameterSymbol)c.Symbol).Type, c.Symbol),
            SymbolKind.Parameter
        );
    }

    private static void Check(SymbolAnalysisContext context, ITypeSymbol type, ISymbol symbol)
    {
        if (
            type is INamedTypeSymbol
            {
                OriginalDefinition.SpecialType: SpecialType.System_Nullable_T
            } maybe
        )
        {
            type = maybe.TypeArguments[0];
        }

        if (type.SpecialType == SpecialType.System_DateTime && Signatures.IsOurs(symbol))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, symbol.Locations[0], symbol.Name));
        }
    }
}
