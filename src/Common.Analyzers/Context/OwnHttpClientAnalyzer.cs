using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Context;

/// <summary>CMN5004: reports new HttpClient(), which sends no context on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OwnHttpClientAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.OwnHttpClient,
        title: "Take an HttpClient from the factory",
        messageFormat: "'new HttpClient' bypasses the handler that sends the request's context on; take the client from an IHttpClientFactory",
        category: "Common.Context",
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A call of such a client breaks the chain of IDs, traces and deadlines.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.OwnHttpClient)
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
            var client = start.Compilation.GetTypeByMetadataName("System.Net.Http.HttpClient");
            if (client is null)
            {
                return;
            }

            start.RegisterOperationAction(
                c =>
                {
                    if (SymbolEqualityComparer.Default.Equals(c.Operation.Type, client))
                    {
                        c.ReportDiagnostic(
                            Diagnostic.Create(Rule, c.Operation.Syntax.GetLocation())
                        );
                    }
                },
                OperationKind.ObjectCreation
            );
        });
    }
}
