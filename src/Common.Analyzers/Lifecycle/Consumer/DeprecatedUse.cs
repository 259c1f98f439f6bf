using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Says what a name in source stands for.</summary>
internal static class DeprecatedUse
{
    private static readonly SymbolDisplayFormat Message = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
    );

    /// <summary>The symbol in a message.</summary>
    public static string InMessage(ISymbol symbol) => symbol.ToDisplayString(Message);

    /// <summary>What a node names: a constructor before its type, since it is the nearer one.</summary>
    public static IEnumerable<ISymbol> SymbolsAt(
        SyntaxNode node,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (node is MemberDeclarationSyntax)
        {
            foreach (
                var above in model.GetDeclaredSymbol(node, cancellationToken) is { } declared
                    ? Overrides.Of(declared)
                    : []
            )
            {
                yield return above;
            }

            yield break;
        }

        if (
            Creation(node) is { } creation
            && model.GetSymbolInfo(creation, cancellationToken).Symbol is { } constructor
        )
        {
            yield return constructor;
        }

        if (node is SimpleNameSyntax && model.GetSymbolInfo(node, cancellationToken) is var info)
        {
            // A method group without a call has candidates only; where all are one method, that is it.
            if (
                (
                    info.Symbol
                    ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] : null)
                )
                is not { } symbol
            )
            {
                yield break;
            }

            yield return symbol;
            if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor })
            {
                yield return symbol.ContainingType;
            }

            if (symbol is IPropertySymbol property)
            {
                foreach (var accessor in AccessorUse.Of(property, WholeName(node)))
                {
                    yield return accessor;
                }
            }
        }
    }

    // A base that is called in the head of its class is created too.
    private static SyntaxNode? Creation(SyntaxNode node)
    {
        var whole = WholeName(node);
        return whole.Parent switch
        {
            ObjectCreationExpressionSyntax creation when creation.Type == whole => creation,
            PrimaryConstructorBaseTypeSyntax called => called,
            _ => null,
        };
    }

    /// <summary>What a use gives a code fix to rewrite: what the node names, or uses by an expression without a name.</summary>
    public static IEnumerable<ISymbol> RewritableAt(
        SyntaxNode node,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        foreach (var symbol in SymbolsAt(node, model, cancellationToken))
        {
            yield return symbol;
        }

        foreach (
            var symbol in NamelessUse
                .SymbolsAt(NamelessUse.NodeOf(node), model, cancellationToken)
                .Append(NamelessUse.ConversionOf(node, model, cancellationToken))
        )
        {
            if (symbol is not null && NamelessUse.IsWritten(symbol))
            {
                yield return symbol;
            }
        }
    }

    /// <summary>The name with what qualifies it: <c>N.C</c> for the <c>C</c> in it.</summary>
    public static SyntaxNode WholeName(SyntaxNode name) =>
        name.Parent switch
        {
            QualifiedNameSyntax q when q.Right == name => q,
            AliasQualifiedNameSyntax a when a.Name == name => WholeName(a),
            MemberAccessExpressionSyntax m when m.Name == name => m,
            _ => name,
        };
}
