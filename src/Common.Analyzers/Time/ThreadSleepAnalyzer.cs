using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Time;

/// <summary>CMN4003: reports Thread.Sleep, which holds a thread and which no test can skip.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThreadSleepAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ThreadSleep,
        title: "Do not block a thread to wait",
        messageFormat: "'Thread.Sleep' holds a thread; await Task.Delay with a TimeProvider, or what is waited for",
        category: "Common.Time",
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A sleeping thread serves nobody, and a test of such code must sleep too.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.ThreadSleep)
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
            var sleeps = start
                .Compilation.GetTypeByMetadataName("System.Threading.Thread")
                ?.GetMembers("Sleep");
            if (sleeps is not { IsEmpty: false } members)
            {
                return;
            }

            start.RegisterOperationAction(
                c =>
                {
                    if (
                        members.Contains(
                            ((IInvocationOperation)c.Operation).TargetMethod,
                            SymbolEqualityComparer.Default
                        )
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
