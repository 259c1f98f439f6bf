using System.Collections.Immutable;
using System.Composition;
using Common.Analyzers.Lifecycle;
using Common.Analyzers.Lifecycle.Consumer;
using Common.Analyzers.Lifecycle.Replacements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Common.Analyzers.CodeFixes.Lifecycle;

/// <summary>CMN1001 to CMN1003: writes the replacement in the place of what is deprecated.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeprecatedUseCodeFix))]
[Shared]
public sealed class DeprecatedUseCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [RuleIds.DeprecatedUse, RuleIds.LastReleaseUse, RuleIds.TargetReleaseUse];

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
            if (uses is [var (_, replacement)])
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Use '{replacement}'",
                        token => FixAsync(context.Document, [diagnostic], token),
                        equivalenceKey: nameof(DeprecatedUseCodeFix)
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
        var byNode = uses.GroupBy(u => u.Use.Node).ToDictionary(g => g.Key, g => g.First().Use);
        var changed = root!.ReplaceNodes(
            byNode.Keys,
            (original, current) => WorkspaceMarks.Add(byNode[original].Write(current)) ?? current
        );
        return document.WithSyntaxRoot(changed);
    }

    private static async Task<IReadOnlyList<(OldUse Use, string Replacement)>> UsesAsync(
        Document document,
        ImmutableArray<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var result = new List<(OldUse, string)>();
        foreach (var diagnostic in diagnostics)
        {
            var node = root!.FindNode(
                diagnostic.Location.SourceSpan,
                findInsideTrivia: true,
                getInnermostNodeForTie: true
            );
            var found = DeprecatedUse
                .RewritableAt(node, model!, cancellationToken)
                .Select(s => (s as IMethodSymbol)?.ReducedFrom ?? s.OriginalDefinition)
                .Select(s => (Symbol: s, Deprecation: Deprecation.Of(s)))
                .FirstOrDefault(d => d.Deprecation is not null);
            if (
                found.Deprecation is { Replacement: { } replacement }
                && OldUse.Find(
                    model!,
                    node,
                    OldApi.Of(found.Symbol, replacement),
                    cancellationToken
                )
                    is { } use
            )
            {
                result.Add((use, replacement));
            }
        }

        return result;
    }
}
