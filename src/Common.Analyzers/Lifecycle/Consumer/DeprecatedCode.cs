using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Says whether code goes away itself. As the compiler does with <c>[Obsolete]</c>: what goes away may use what goes away.</summary>
internal static class DeprecatedCode
{
    /// <summary>Whether a declaration around a node is deprecated or obsolete: its signature and its accessors belong to it.</summary>
    public static bool Has(SyntaxNode node, SemanticModel model, CancellationToken token)
    {
        for (var around = node; around is not null; around = Outer(around))
        {
            if (Declared(around, model, token) is { } symbol && IsMarked(symbol))
            {
                return true;
            }
        }

        return false;
    }

    // What an attribute names is bound around the declaration that it stands on.
    private static SyntaxNode? Outer(SyntaxNode node) =>
        node is AttributeListSyntax
            ? node.Parent?.Parent
            : node.Parent ?? (node as StructuredTriviaSyntax)?.ParentTrivia.Token.Parent;

    private static ISymbol? Declared(
        SyntaxNode node,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        node switch
        {
            BaseFieldDeclarationSyntax { Declaration.Variables: [var first, ..] } =>
                model.GetDeclaredSymbol(first, cancellationToken),
            BaseNamespaceDeclarationSyntax or GlobalStatementSyntax => null,
            MemberDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax =>
                model.GetDeclaredSymbol(node, cancellationToken),
            _ => null,
        };

    private static bool IsMarked(ISymbol symbol) =>
        symbol
            .GetAttributes()
            .Any(a => Deprecation.Is(a) || a.AttributeClass?.Name == "ObsoleteAttribute");
}
