using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Logging;

/// <summary>CMN3002: reports methods that are declared with the platform's [LoggerMessage].</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RawLoggerMessageAnalyzer : DiagnosticAnalyzer
{
    private const string LoggerMessage = "Microsoft.Extensions.Logging.LoggerMessageAttribute";

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.RawLoggerMessage,
        title: "Declare a log event rather than a logger message",
        messageFormat: "'{0}' chooses its level and is in no catalogue; declare it with [LogEvent]",
        category: "Common.Logging",
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A declared event takes its level from its kind, its fields from its parameters, and is in the catalogue.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.RawLoggerMessage)
    );

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (
                start.Compilation.GetTypeByMetadataName(LogEventReader.AttributeName) is null
                || start.Compilation.GetTypeByMetadataName(LoggerMessage) is not { } attribute
            )
            {
                return;
            }

            start.RegisterSymbolAction(symbol => Analyze(symbol, attribute), SymbolKind.Method);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol attribute)
    {
        var declared = context
            .Symbol.GetAttributes()
            .FirstOrDefault(candidate =>
                SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute)
            );
        if (
            declared?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is { } syntax
        )
        {
            context.ReportDiagnostic(
                Diagnostic.Create(Rule, syntax.GetLocation(), context.Symbol.Name)
            );
        }
    }
}
