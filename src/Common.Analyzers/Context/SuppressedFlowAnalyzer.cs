using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Context;

/// <summary>CMN5001: reports ExecutionContext.SuppressFlow, which loses the context in silence.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuppressedFlowAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.SuppressedFlow,
        title: "Detach the context instead of suppressing its flow",
        messageFormat: "'ExecutionContext.SuppressFlow' loses the request's context, its IDs and its trace; enter a detached context, or none",
        category: "Common.Context",
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Work that is started without the execution context logs no request ID, and belongs to no trace.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.SuppressedFlow)
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
            var type = start.Compilation.GetTypeByMetadataName("System.Threading.ExecutionContext");
            start.RegisterOperationAction(
                c =>
                {
                    var method = ((IInvocationOperation)c.Operation).TargetMethod;
                    if (
                        method.Name == "SuppressFlow"
                        && SymbolEqualityComparer.Default.Equals(method.ContainingType, type)
                    )
                    {
                        c.ReportDiagnostic(
                            Diagnostic.Create(Rule, c.Operation.Syntax.GetLocation())
                        );
                    }
                },
                OperationKind.Invocation
            );
        });
    }
}
