using Common.Analyzers.Lifecycle.Replacements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Says of a use why no code fix rewrites it, where none does.</summary>
internal static class ManualUse
{
    private const string NoReplacement = "the author names no replacement";

    /// <summary>The diagnostic with the reason among its facts.</summary>
    public static Diagnostic Note(
        Diagnostic use,
        SyntaxNode node,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (Why(use, node, model, cancellationToken) is not { } why)
        {
            return use;
        }

        return Diagnostic.Create(
            use.Descriptor,
            use.Location,
            use.Properties.Add(UseFacts.Manual, why)
        );
    }

    private static string? Why(
        Diagnostic use,
        SyntaxNode node,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (node is MemberDeclarationSyntax)
        {
            return "it is overridden or implemented here";
        }

        // A directive for a namespace that has gone is rewritten without an expression.
        if (use.Properties.ContainsKey(RemovedFinding.NamespacesKey))
        {
            return null;
        }

        return Api(use, node, model, cancellationToken) is { } api
            ? OldUse.WhyNot(model, node, api, cancellationToken)
            : NoReplacement;
    }

    private static OldApi? Api(
        Diagnostic use,
        SyntaxNode node,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (use.Properties.TryGetValue(RemovedFinding.LineKey, out var line))
        {
            return use.Properties[RemovedFinding.ReplacementKey] is { } replacement
                ? RemovedApi.Parse(line!, replacement)?.Old
                : null;
        }

        return DeprecatedUse
            .SymbolsAt(node, model, cancellationToken)
            .Select(s => (s as IMethodSymbol)?.ReducedFrom ?? s.OriginalDefinition)
            .Select(s => Deprecation.Of(s) is { Replacement: { } text } ? OldApi.Of(s, text) : null)
            .FirstOrDefault(a => a is not null);
    }
}
