using System.Collections.Immutable;
using System.Composition;
using Common.Analyzers.CodeFixes.Lifecycle.Replacements;
using Common.Analyzers.Lifecycle.Consumer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

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
            var uses = await UsesAsync(context.Document, [diagnostic], context.CancellationToken)
                .ConfigureAwait(false);
            if (uses.Count == 1)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Use '{diagnostic.Properties[RemovedUseAnalyzer.ReplacementKey]}'",
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
        var uses = await UsesAsync(document, diagnostics, cancellationToken).ConfigureAwait(false);
        var byNode = uses.GroupBy(u => u.Node).ToDictionary(g => g.Key, g => g.First());
        return document.WithSyntaxRoot(
            root!.ReplaceNodes(
                byNode.Keys,
                (original, current) => byNode[original].Write(current) ?? current
            )
        );
    }

    private static async Task<IReadOnlyList<OldUse>> UsesAsync(
        Document document,
        ImmutableArray<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var result = new List<OldUse>();
        foreach (var diagnostic in diagnostics)
        {
            if (
                diagnostic.Properties[RemovedUseAnalyzer.ReplacementKey] is { } replacement
                && diagnostic.Properties[RemovedUseAnalyzer.LineKey] is { } line
                && RemovedApi.Parse(line, replacement) is { } api
                && OldUse.Find(
                    model!,
                    root!.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true),
                    api.Old,
                    cancellationToken
                )
                    is { } use
            )
            {
                result.Add(use);
            }
        }

        return result;
    }
}
