using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Errors;

/// <summary>CMN6003: reports <c>throw exception;</c> of what was caught, which cuts its stack off.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThrowCaughtAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = GuidanceRule.Create(
        RuleIds.ThrowCaught,
        "Rethrow without naming the exception",
        "'throw {0};' cuts off the stack of what was caught; write 'throw;'",
        "Throwing a caught exception anew makes its stack begin at the handler, so that nobody sees where it arose."
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.ThrowStatement);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var statement = (ThrowStatementSyntax)context.Node;
        if (
            statement.Expression is not IdentifierNameSyntax name
            || InnermostHandler(statement) is not { Declaration: { } declaration } handler
            || declaration.Identifier.ValueText != name.Identifier.ValueText
            || context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol
                is not ILocalSymbol local
            || !SymbolEqualityComparer.Default.Equals(
                local,
                context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken)
            )
            || context.SemanticModel.AnalyzeDataFlow(handler.Block) is not { Succeeded: true } flow
            || flow.WrittenInside.Contains(local, SymbolEqualityComparer.Default)
        )
        {
            return;
        }

        context.ReportDiagnostic(
            Diagnostic.Create(Rule, statement.GetLocation(), name.Identifier.ValueText)
        );
    }

    /// <summary>The handler that <c>throw;</c> would rethrow from; none inside a lambda or a finally block of it.</summary>
    private static CatchClauseSyntax? InnermostHandler(SyntaxNode node)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case CatchClauseSyntax handler:
                    return handler;
                case AnonymousFunctionExpressionSyntax
                or LocalFunctionStatementSyntax
                or FinallyClauseSyntax
                or MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }
}
