using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Declarations that stand for a member of a base type or an interface by its name: overrides and explicit implementations.</summary>
internal static class Overrides
{
    /// <summary>The name that is overridden or implemented; none if a declaration does neither.</summary>
    public static SyntaxToken? NameOf(SyntaxNode node) =>
        node switch
        {
            MethodDeclarationSyntax m when Is(m, m.ExplicitInterfaceSpecifier) => m.Identifier,
            PropertyDeclarationSyntax p when Is(p, p.ExplicitInterfaceSpecifier) => p.Identifier,
            EventDeclarationSyntax e when Is(e, e.ExplicitInterfaceSpecifier) => e.Identifier,
            _ => null,
        };

    /// <summary>The type whose member is overridden or implemented, as far as it is known.</summary>
    public static ITypeSymbol? Home(SyntaxNode node, ISymbol declared, SemanticModel model)
    {
        var specifier = node switch
        {
            MethodDeclarationSyntax m => m.ExplicitInterfaceSpecifier,
            BasePropertyDeclarationSyntax p => p.ExplicitInterfaceSpecifier,
            _ => null,
        };
        return specifier is null
            ? declared.ContainingType?.BaseType
            : model.GetTypeInfo(specifier.Name).Type;
    }

    /// <summary>What a declared member overrides, all the way up, and implements.</summary>
    public static IEnumerable<ISymbol> Of(ISymbol declared)
    {
        for (var above = Overridden(declared); above is not null; above = Overridden(above))
        {
            yield return above;
        }

        var implemented = declared switch
        {
            IMethodSymbol m => m.ExplicitInterfaceImplementations.Cast<ISymbol>(),
            IPropertySymbol p => p.ExplicitInterfaceImplementations,
            IEventSymbol e => e.ExplicitInterfaceImplementations,
            _ => [],
        };
        foreach (var member in implemented)
        {
            yield return member;
        }
    }

    private static bool Is(
        MemberDeclarationSyntax member,
        ExplicitInterfaceSpecifierSyntax? specifier
    ) => specifier is not null || member.Modifiers.Any(SyntaxKind.OverrideKeyword);

    private static ISymbol? Overridden(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol m => m.OverriddenMethod,
            IPropertySymbol p => p.OverriddenProperty,
            IEventSymbol e => e.OverriddenEvent,
            _ => null,
        };
}
