using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Context;

/// <summary>CMN5003: reports tasks that are started and forgotten inside the request.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForgottenTaskAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ForgottenTask,
        title: "Do not forget a task that uses the request",
        messageFormat: "This task is forgotten: it may outlive the request whose context it uses; await it, or start it in a detached context",
        category: "Common.Context",
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "What a request owns is disposed at its end, and the deadline and the cancellation of the request are not those of the work.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.ForgottenTask)
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
            var types = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var name in TaskTypes)
            {
                if (start.Compilation.GetTypeByMetadataName(name) is { } type)
                {
                    types.Add(type);
                }
            }

            start.RegisterOperationAction(
                c =>
                {
                    var assignment = (ISimpleAssignmentOperation)c.Operation;
                    if (
                        assignment.Target is IDiscardOperation
                        && assignment.Value is IInvocationOperation call
                        && call.Type is { } type
                        && types.Contains(type.OriginalDefinition)
                        && !IsDetached(assignment)
                    )
                    {
                        c.ReportDiagnostic(
                            Diagnostic.Create(Rule, assignment.Syntax.GetLocation())
                        );
                    }
                },
                OperationKind.SimpleAssignment
            );
        });
    }

    private static readonly string[] TaskTypes =
    [
        "System.Threading.Tasks.Task",
        "System.Threading.Tasks.Task`1",
        "System.Threading.Tasks.ValueTask",
        "System.Threading.Tasks.ValueTask`1",
    ];

    /// <summary>Whether a using around it enters a detached context, or none.</summary>
    private static bool IsDetached(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            var entered = parent switch
            {
                IUsingOperation block => block.Resources.DescendantsAndSelf(),
                IBlockOperation block => block
                    .Operations.OfType<IUsingDeclarationOperation>()
                    .SelectMany(u => u.DescendantsAndSelf()),
                _ => [],
            };
            if (
                entered
                    .OfType<IInvocationOperation>()
                    .Any(i => i.TargetMethod.Name is "Detach" or "EnterNone")
            )
            {
                return true;
            }
        }

        return false;
    }
}
