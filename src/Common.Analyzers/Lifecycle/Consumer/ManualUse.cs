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
        if (node is BaseTypeDeclarationSyntax or ConstructorDeclarationSyntax)
        {
            return "the constructor is called there without being written";
        }

        if (node is MemberDeclarationSyntax)
        {
            return "it is overridden or implemented here";
        }

        // A directive for a namespace that has gone is rewritten without an expression.
        if (use.Properties.ContainsKey(RemovedFinding.NamespacesKey))
        {
            return null;
        }

        if (use.Properties.TryGetValue(RemovedFinding.LineKey, out var line))
        {
            return
                use.Properties[RemovedFinding.ReplacementKey] is { } replacement
                && RemovedApi.Parse(line!, replacement) is { Old: var removed }
                ? OldUse.WhyNot(model, node, removed, cancellationToken)
                : NoReplacement;
        }

        var going = DeprecatedUse
            .RewritableAt(node, model, cancellationToken)
            .Select(s => (s as IMethodSymbol)?.ReducedFrom ?? s.OriginalDefinition)
            .FirstOrDefault(s => Deprecation.Of(s) is not null);
        return going is null ? "it is called there without being written"
            : Deprecation.Of(going) is { Replacement: { } text }
                ? OldUse.WhyNot(model, node, OldApi.Of(going, text), cancellationToken)
            : NoReplacement;
    }
}
