using System.Collections.Immutable;
using System.Composition;
using Common.Analyzers.Lifecycle.Consumer;
using Common.Analyzers.Lifecycle.Replacements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Lifecycle;

/// <summary>CMN1004: writes the replacement in the place of what does not exist any more.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemovedUseCodeFix))]
[Shared]
public sealed class RemovedUseCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.RemovedUse];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(
            async (context, document, diagnostics) =>
                await FixAsync(document, diagnostics, context.CancellationToken)
                    .ConfigureAwait(false)
        );

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var writers = await WritersAsync(
                    context.Document,
                    [diagnostic],
                    context.CancellationToken
                )
                .ConfigureAwait(false);
            if (writers.Count == 1)
            {
                var use = Namespaces(diagnostic) is { IsEmpty: false } namespaces
                    ? string.Join("', '", namespaces)
                    : diagnostic.Properties[RemovedFinding.ReplacementKey];
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Use '{use}'",
                        token => FixAsync(context.Document, [diagnostic], token),
                        equivalenceKey: nameof(RemovedUseCodeFix)
                    ),
                    diagnostic
                );
            }
        }
    }

    private static async Task<Document> FixAsync(
        Document document,
        ImmutableArray<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var writers = await WritersAsync(document, diagnostics, cancellationToken)
            .ConfigureAwait(false);
        var changed = root!.ReplaceNodes(
            writers.Keys,
            (original, current) => writers[original](current) ?? current
        );
        return document.WithSyntaxRoot(MovedUsing.Finish(changed));
    }

    private static async Task<Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode?>>> WritersAsync(
        Document document,
        ImmutableArray<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var result = new Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode?>>();
        foreach (var diagnostic in diagnostics)
        {
            var node = root!.FindNode(
                diagnostic.Location.SourceSpan,
                findInsideTrivia: true,
                getInnermostNodeForTie: true
            );
            if (Namespaces(diagnostic) is { IsEmpty: false } namespaces)
            {
                if (node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } directive)
                {
                    result[directive] = current =>
                        MovedUsing.Write((UsingDirectiveSyntax)current, namespaces);
                }
            }
            else if (
                diagnostic.Properties[RemovedFinding.ReplacementKey] is { } replacement
                && diagnostic.Properties[RemovedFinding.LineKey] is { } line
                && RemovedApi.Parse(line, replacement) is { } api
                && OldUse.Find(model!, node, api.Old, cancellationToken) is { } use
            )
            {
                result[use.Node] = current => WorkspaceMarks.Add(use.Write(current));
            }
        }

        return result;
    }

    private static ImmutableArray<string> Namespaces(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(RemovedFinding.NamespacesKey, out var text)
        && text is not null
            ? [.. text.Split(RemovedFinding.Separator)]
            : [];
}
