using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Errors;

/// <summary>CMN6001: reports the throwing of exceptions that say nothing by their type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BareExceptionAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = GuidanceRule.Create(
        RuleIds.BareException,
        "Throw an exception that says what failed",
        "'{0}' says nothing by its type; throw a declared error",
        "Nobody can catch, map or retry an exception of such a general type; a declared error has a kind and a code."
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Throw);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var thrown = ((IThrowOperation)context.Operation).Exception;
        while (thrown is IConversionOperation conversion)
        {
            thrown = conversion.Operand;
        }

        if (
            thrown is IObjectCreationOperation { Type: { } type }
            && type.ContainingNamespace?.ToDisplayString() == "System"
            && type.Name is "Exception" or "ApplicationException" or "SystemException"
        )
        {
            context.ReportDiagnostic(
                Diagnostic.Create(Rule, thrown.Syntax.GetLocation(), type.Name)
            );
        }
    }
}
