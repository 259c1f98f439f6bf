using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Common.Analyzers.CodeFixes.Context;

/// <summary>Writes the expression that leaves the request and keeps its IDs.</summary>
internal static class DetachedContext
{
    private const string TypeName = "Common.Context.RequestContext";

    /// <summary>Whether the code can use the expression.</summary>
    public static bool IsKnown(SemanticModel model) =>
        model.Compilation.GetTypeByMetadataName(TypeName) is not null;

    /// <summary>Enters a detached context, or none outside of a request.</summary>
    public static ExpressionSyntax Enter(SemanticModel model, int position)
    {
        var isInScope = model
            .LookupNamespacesAndTypes(position, name: "RequestContext")
            .Any(t => t.ToDisplayString() == TypeName);
        var type = isInScope ? "RequestContext" : "global::" + TypeName;
        return SyntaxFactory
            .ParseExpression($"{type}.Current?.Detach().Enter() ?? {type}.EnterNone()")
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
