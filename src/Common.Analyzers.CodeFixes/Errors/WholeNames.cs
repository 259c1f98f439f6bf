using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>Has the names that are written with <c>global::</c> shortened as far as their place allows.</summary>
internal static class WholeNames
{
    public static TNode Shortened<TNode>(TNode node)
        where TNode : SyntaxNode =>
        node.ReplaceNodes(
            node.DescendantNodes().Where(IsWhole),
            static (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation)
        );

    private static bool IsWhole(SyntaxNode node) =>
        node is QualifiedNameSyntax or MemberAccessExpressionSyntax
        && node.GetFirstToken().ValueText == "global";
}
