using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Finds what the compiler binds before any method's body: a mistake there ends a build before analyzers have run.</summary>
internal static class DeclarationNodes
{
    /// <summary>The nodes of declarations: directives, base types, signatures, types of fields, attributes, and constants.</summary>
    public static IEnumerable<SyntaxNode> Of(SyntaxNode root) =>
        root.DescendantNodes(IsDeclaration);

    /// <summary>Whether a node is one of them.</summary>
    public static bool Contain(SyntaxNode node) =>
        !node.IsPartOfStructuredTrivia() && node.Ancestors().All(IsDeclaration);

    private static bool IsDeclaration(SyntaxNode node) =>
        node switch
        {
            BlockSyntax
            or ArrowExpressionClauseSyntax
            or ConstructorInitializerSyntax
            or GlobalStatementSyntax => false,
            ArgumentListSyntax => node.Parent is not PrimaryConstructorBaseTypeSyntax,
            EqualsValueClauseSyntax => IsConstant(node),
            _ => true,
        };

    // The value of a constant, of an enum's member and of a parameter is a part of its declaration.
    private static bool IsConstant(SyntaxNode value) =>
        value.Parent switch
        {
            EnumMemberDeclarationSyntax or ParameterSyntax => true,
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } =>
                field.Modifiers.Any(SyntaxKind.ConstKeyword),
            _ => false,
        };
}
