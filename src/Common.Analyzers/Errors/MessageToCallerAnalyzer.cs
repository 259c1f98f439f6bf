using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Errors;

/// <summary>CMN6004: reports texts of exceptions that go to the caller of the service.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessageToCallerAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = GuidanceRule.Create(
        RuleIds.MessageToCaller,
        "Keep the texts of exceptions from the caller",
        "'{0}' goes to the caller; tell the public message, and leave the rest to the log",
        "The text of an exception may hold paths, connection strings and statements; it is for the log only."
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var types = new ExceptionTypes(start.Compilation);
            start.RegisterOperationAction(
                c =>
                {
                    var reference = (IPropertyReferenceOperation)c.Operation;
                    if (reference.Property.Name is "Message" or "StackTrace")
                    {
                        Analyze(c, reference.Instance, reference.Property.Name, types);
                    }
                },
                OperationKind.PropertyReference
            );
            start.RegisterOperationAction(
                c =>
                {
                    var call = (IInvocationOperation)c.Operation;
                    if (call.TargetMethod is { Name: "ToString", Parameters.Length: 0 })
                    {
                        Analyze(c, call.Instance, "ToString()", types);
                    }
                },
                OperationKind.Invocation
            );
        });
    }

    private static void Analyze(
        OperationAnalysisContext context,
        IOperation? instance,
        string member,
        ExceptionTypes types
    )
    {
        if (types.IsException(instance?.Type) && CallerSinks.IsReached(context.Operation))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Rule,
                    context.Operation.Syntax.GetLocation(),
                    $"{instance!.Type!.Name}.{member}"
                )
            );
        }
    }
}
