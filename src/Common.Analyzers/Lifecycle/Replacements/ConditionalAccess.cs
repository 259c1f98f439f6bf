using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Replacements;

/// <summary>Writes <c>this.New(…)</c> as the <c>.New(…)</c> after a question mark.</summary>
internal static class ConditionalAccess
{
    /// <summary>The expression without its first <c>this</c>; <see langword="null"/> if it does not begin with one.</summary>
    public static ExpressionSyntax? Bind(ExpressionSyntax expression)
    {
        var first = expression;
        while (
            first
                is InvocationExpressionSyntax
                    or MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax }
                    or ElementAccessExpressionSyntax
        )
        {
            first = first switch
            {
                InvocationExpressionSyntax i => i.Expression,
                MemberAccessExpressionSyntax m => m.Expression,
                ElementAccessExpressionSyntax e => e.Expression,
                _ => first,
            };
        }

        return
            first is MemberAccessExpressionSyntax { Name: var name }
            && expression.DescendantNodes().OfType<ThisExpressionSyntax>().Count() == 1
            ? expression.ReplaceNode(first, SyntaxFactory.MemberBindingExpression(name))
            : null;
    }
}
