using Common.Analyzers.Lifecycle.PublicApi;
using Common.Analyzers.Lifecycle.Replacements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Lifecycle.Author;

/// <summary>Says why a replacement could not be written in the place of what it replaces.</summary>
internal static class ReplacementCheck
{
    /// <summary>What is wrong, or <see langword="null"/> if nothing is.</summary>
    public static string? Why(
        SyntaxNodeAnalysisContext context,
        ISymbol symbol,
        Deprecation deprecation
    )
    {
        if (deprecation.Replacement is not { } text)
        {
            return string.IsNullOrWhiteSpace(deprecation.Reason)
                ? "name a replacement, or say in Reason why there is none"
                : null;
        }

        ExpressionSyntax parsed =
            symbol is INamedTypeSymbol
                ? SyntaxFactory.ParseTypeName(text, consumeFullText: true)
                : SyntaxFactory.ParseExpression(text, consumeFullText: true);
        if (parsed.ContainsDiagnostics)
        {
            return $"the replacement '{text}' is not a C# expression";
        }

        var api = OldApi.Of(symbol, text);
        var names = new ReplacementNames(context.Compilation, api);
        var unknown = parsed
            .DescendantNodesAndSelf()
            .OfType<SimpleNameSyntax>()
            .Where(ReplacementNames.IsFirst)
            .FirstOrDefault(n =>
                api.Parameters.All(p => p.Name != n.Identifier.ValueText)
                && !api.TypeParameters.Contains(n.Identifier.ValueText)
                && n.Identifier.ValueText != "nameof"
                && names.Qualify(n) is null
            );
        if (unknown is not null)
        {
            return $"the replacement '{text}' names '{unknown}', which is neither a parameter, nor a member of the type, nor in its namespaces";
        }

        return Bind(context, symbol, parsed) is { } bound ? WhyNot(bound, symbol, text) : null;
    }

    private static string? WhyNot(ISymbol bound, ISymbol symbol, string text)
    {
        if (
            SymbolEqualityComparer.Default.Equals(
                bound.OriginalDefinition,
                symbol.OriginalDefinition
            )
        )
        {
            return $"the replacement '{text}' is the deprecated API itself";
        }

        if (Deprecation.Of(bound) is not null)
        {
            return $"the replacement '{text}' is deprecated too";
        }

        return new PublicSurface().Has(symbol) && !new PublicSurface().Has(bound)
            ? $"the replacement '{text}' can't be called from where the old API can"
            : null;
    }

    // What a member has in its own body is what a replacement may use.
    private static ISymbol? Bind(
        SyntaxNodeAnalysisContext context,
        ISymbol symbol,
        ExpressionSyntax parsed
    )
    {
        SyntaxNode declaration =
            context.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? context.Node;
        var body = declaration switch
        {
            BaseMethodDeclarationSyntax m => m.Body ?? (SyntaxNode?)m.ExpressionBody?.Expression,
            BasePropertyDeclarationSyntax p => p.AccessorList,
            _ => null,
        };
        var position = body switch
        {
            BlockSyntax block => block.OpenBraceToken.Span.End,
            not null => body.SpanStart,
            _ => declaration.Span.End - 1,
        };
        var option =
            symbol is INamedTypeSymbol
                ? SpeculativeBindingOption.BindAsTypeOrNamespace
                : SpeculativeBindingOption.BindAsExpression;
        var target = parsed is AwaitExpressionSyntax { Expression: var awaited } ? awaited : parsed;
        return context.SemanticModel.GetSpeculativeSymbolInfo(position, target, option).Symbol;
    }
}
