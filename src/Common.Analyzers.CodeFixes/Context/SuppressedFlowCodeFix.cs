using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Context;

/// <summary>CMN5001: enters a detached context where the flow was suppressed by a using statement.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SuppressedFlowCodeFix))]
[Shared]
public sealed class SuppressedFlowCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.SuppressedFlow];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var token = context.CancellationToken;
        var root = await context.Document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(token).ConfigureAwait(false);

        // What is kept in a variable may be undone by hand; a using statement without one says the whole story.
        if (
            root?.FindNode(context.Span, getInnermostNodeForTie: true)
                is not InvocationExpressionSyntax { Parent: UsingStatementSyntax } old
            || model is null
            || !DetachedContext.IsKnown(model)
        )
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                "Enter a detached context",
                _ =>
                    Task.FromResult(
                        context.Document.WithSyntaxRoot(
                            root.ReplaceNode(
                                old,
                                DetachedContext.Enter(model, old.SpanStart).WithTriviaFrom(old)
                            )
                        )
                    ),
                equivalenceKey: RuleIds.SuppressedFlow
            ),
            context.Diagnostics
        );
    }
}
