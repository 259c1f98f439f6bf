using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Common.Tool.Incubator.Rewriting;

/// <summary>Finds the public types of a file that become internal.</summary>
/// <remarks>Only types that no other type holds: the members of an internal type need no change.</remarks>
internal static class VisibilityChanges
{
    /// <summary>Collects the changes of a tree.</summary>
    public static void Collect(SyntaxNode root, SortedDictionary<int, TextChange> changes)
    {
        var types = root.DescendantNodes(node =>
                node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax
            )
            .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Cast<MemberDeclarationSyntax>();
        foreach (var type in types)
        {
            foreach (var modifier in type.Modifiers.Where(m => m.IsKind(SyntaxKind.PublicKeyword)))
            {
                changes[modifier.SpanStart] = new TextChange(modifier.Span, "internal");
            }
        }
    }
}
