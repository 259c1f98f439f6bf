using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Errors;

/// <summary>CMN6002: reports handlers of all exceptions that neither rethrow, nor log, nor look at what they caught.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedExceptionAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = GuidanceRule.Create(
        RuleIds.SwallowedException,
        "Do not swallow every exception",
        "This handler swallows every exception; name those that it expects, log what it caught, or rethrow",
        "A handler of all exceptions that says nothing hides defects, cancellations and lost data alike."
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
        var clause = (ICatchClauseOperation)context.Operation;
        if (
            clause.Filter is not null
            || !CatchesAll(clause, types)
            || clause.Handler.Descendants().Any(o => Tells(o, clause, types))
        )
        {
            return;
        }

        var keyword = ((CatchClauseSyntax)clause.Syntax).CatchKeyword;
        context.ReportDiagnostic(Diagnostic.Create(Rule, keyword.GetLocation()));
    }

    private static bool CatchesAll(ICatchClauseOperation clause, ExceptionTypes types) =>
        ((CatchClauseSyntax)clause.Syntax).Declaration is null
        || SymbolEqualityComparer.Default.Equals(clause.ExceptionType, types.Exception);

    private static bool Tells(
        IOperation operation,
        ICatchClauseOperation clause,
        ExceptionTypes types
    ) =>
        operation switch
        {
            IThrowOperation => true,
            ILocalReferenceOperation local => clause.Locals.Contains(
                local.Local,
                SymbolEqualityComparer.Default
            ),
            IInvocationOperation call => types.IsLogCall(call.TargetMethod)
                || IsEndOfProcess(call.TargetMethod),
            _ => false,
        };

    private static bool IsEndOfProcess(IMethodSymbol method) =>
        method.ContainingType.ToDisplayString() == "System.Environment"
        && method.Name is "FailFast" or "Exit";
}
