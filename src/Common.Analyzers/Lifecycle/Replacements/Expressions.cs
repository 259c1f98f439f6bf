using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Replacements;

/// <summary>Small questions about expressions.</summary>
internal static class Expressions
{
    /// <summary>Whether evaluating it twice, never, or later than before could be noticed.</summary>
    public static bool HaveEffects(ExpressionSyntax expression) =>
        expression
            .DescendantNodesAndSelf(n => n is not AnonymousFunctionExpressionSyntax)
            .Any(n =>
                n
                    is InvocationExpressionSyntax
                        or BaseObjectCreationExpressionSyntax
                        or AssignmentExpressionSyntax
                        or AwaitExpressionSyntax
                        or DeclarationExpressionSyntax
                || n.RawKind
                    is (int)SyntaxKind.PreIncrementExpression
                        or (int)SyntaxKind.PreDecrementExpression
                        or (int)SyntaxKind.PostIncrementExpression
                        or (int)SyntaxKind.PostDecrementExpression
            );

    /// <summary>The expression in parentheses, which go again where they are not needed.</summary>
    public static ExpressionSyntax Guarded(ExpressionSyntax expression) =>
        expression
            is IdentifierNameSyntax
                or ThisExpressionSyntax
                or BaseExpressionSyntax
                or LiteralExpressionSyntax
                or MemberAccessExpressionSyntax
                or InvocationExpressionSyntax
                or ElementAccessExpressionSyntax
                or ParenthesizedExpressionSyntax
            ? expression
            : SyntaxFactory
                .ParenthesizedExpression(expression)
                .WithAdditionalAnnotations(WrittenMarks.Simplify);

    /// <summary>The operands of an operator; none where it assigns too, so that its result alone would not do.</summary>
    public static IReadOnlyList<ExpressionSyntax> Operands(SyntaxNode node) =>
        node switch
        {
            BinaryExpressionSyntax b => [b.Left, b.Right],
            PrefixUnaryExpressionSyntax
            {
                RawKind: not (
                    (int)SyntaxKind.PreIncrementExpression
                    or (int)SyntaxKind.PreDecrementExpression
                )
            } p => [p.Operand],
            CastExpressionSyntax c => [c.Expression],
            AssignmentExpressionSyntax
            or PrefixUnaryExpressionSyntax
            or PostfixUnaryExpressionSyntax => [],
            ExpressionSyntax converted => [converted],
            _ => [],
        };

    /// <summary>Whether a place is the operand of <c>nameof</c>.</summary>
    public static bool IsNamed(SyntaxNode node) =>
        node.Parent
            is ArgumentSyntax
            {
                Parent: ArgumentListSyntax
                {
                    Parent: InvocationExpressionSyntax
                    {
                        Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" },
                    },
                },
            };

    /// <summary>Whether <c>await</c> may stand at a place.</summary>
    public static bool AllowAwait(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case AnonymousFunctionExpressionSyntax f:
                    return f.AsyncKeyword.RawKind != 0;
                case LocalFunctionStatementSyntax f:
                    return f.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax m:
                    return m.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
                case MemberDeclarationSyntax or LockStatementSyntax:
                    return false;
            }
        }

        return false;
    }
}
