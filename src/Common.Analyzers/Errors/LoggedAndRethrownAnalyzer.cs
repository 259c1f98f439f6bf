using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Errors;

/// <summary>CMN6006: reports handlers that log what they caught and rethrow it, so that it is logged twice.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoggedAndRethrownAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = GuidanceRule.Create(
        RuleIds.LoggedAndRethrown,
        "Log an exception or rethrow it, not both",
        "This exception is logged here and rethrown; whoever ends the unit of work logs it again",
        "A failure has one terminal record, written where the unit of work ends."
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var types = new ExceptionTypes(start.Compilation);
            start.RegisterOperationAction(c => Analyze(c, types), OperationKind.CatchClause);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ExceptionTypes types)
    {
        // Only what surely happens together: both among the handler's own statements.
        var clause = (ICatchClauseOperation)context.Operation;
        if (
            clause.Handler.Operations.LastOrDefault() is not IThrowOperation thrown
            || !IsRethrow(thrown, clause)
        )
        {
            return;
        }

        foreach (var statement in clause.Handler.Operations)
        {
            if (
                statement
                    is IExpressionStatementOperation
                    {
                        Operation: IInvocationOperation { Arguments: var arguments } call
                    }
                && types.IsLogCall(call.TargetMethod)
                && arguments.Any(a => IsCaught(a.Value, clause))
            )
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation()));
            }
        }
    }

    private static bool IsRethrow(IThrowOperation thrown, ICatchClauseOperation clause) =>
        thrown.Exception is null || IsCaught(thrown.Exception, clause);

    private static bool IsCaught(IOperation value, ICatchClauseOperation clause)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value is ILocalReferenceOperation local
            && clause.Locals.Contains(local.Local, SymbolEqualityComparer.Default);
    }
}
