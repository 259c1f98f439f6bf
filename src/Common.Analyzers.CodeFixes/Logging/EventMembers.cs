using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>Writes the methods of events.</summary>
internal static class EventMembers
{
    /// <summary>The text of methods, with an empty line between them.</summary>
    public static string Text(IEnumerable<EventDraft> drafts, string indent, string lineEnd) =>
        string.Join(
            lineEnd + lineEnd,
            drafts.Select(draft => $"{indent}[{draft.Attribute}]{lineEnd}{indent}{draft.Head}")
        );

    /// <summary>Adds methods behind the last member of a class.</summary>
    public static ClassDeclarationSyntax AddTo(
        ClassDeclarationSyntax declaration,
        IReadOnlyList<EventDraft> drafts
    )
    {
        var lineEnd = declaration.ToFullString().Contains("\r\n") ? "\r\n" : "\n";
        var last = declaration.Members.Last();
        var indent = string.Concat(
            last.GetLeadingTrivia()
                .Reverse()
                .TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))
                .Select(trivia => trivia.ToString())
        );
        var members = drafts
            .Select(draft =>
                SyntaxFactory.ParseMemberDeclaration(
                    lineEnd + Text([draft], indent, lineEnd) + lineEnd
                )!
            )
            .ToArray();
        return declaration.AddMembers([.. members.Select(Mark)]);
    }

    /// <summary>Lets the names of types be written as short as their place allows.</summary>
    public static TNode Mark<TNode>(TNode node)
        where TNode : SyntaxNode =>
        node.ReplaceNodes(
            node.DescendantNodes().Where(IsFullName),
            (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation)
        );

    private static bool IsFullName(SyntaxNode node) =>
        node switch
        {
            QualifiedNameSyntax name => name.Parent is not QualifiedNameSyntax
                && name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is null
                && name.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name != name,
            MemberAccessExpressionSyntax => true,
            _ => false,
        };
}
