using Common.Analyzers.Lifecycle.Replacements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Common.Analyzers.CodeFixes.Lifecycle;

/// <summary>Hands what a replacement left open to the workspace.</summary>
internal static class WorkspaceMarks
{
    /// <summary>The node with the workspace's own marks beside <see cref="WrittenMarks"/>.</summary>
    public static SyntaxNode? Add(SyntaxNode? written) =>
        written is null
            ? null
            : Add(
                Add(written, WrittenMarks.Simplify, Simplifier.Annotation),
                WrittenMarks.Format,
                Formatter.Annotation
            );

    private static SyntaxNode Add(
        SyntaxNode node,
        SyntaxAnnotation mark,
        SyntaxAnnotation annotation
    ) =>
        node.ReplaceNodes(
            node.GetAnnotatedNodes(mark),
            (_, current) => current.WithAdditionalAnnotations(annotation)
        );
}
