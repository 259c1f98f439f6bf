using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Common.Analyzers.CodeFixes.Time;

/// <summary>CMN4001: reads the time from a clock that is in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AmbientClockCodeFix))]
[Shared]
public sealed class AmbientClockCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.AmbientClock];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var token = context.CancellationToken;
        var root = await context.Document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(token).ConfigureAwait(false);
        if (
            root?.FindNode(context.Span, getInnermostNodeForTie: true) is not ExpressionSyntax read
            || model is null
            || ClockReading.Find(model, read, token) is not { } replacement
        )
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Read '{replacement}'",
                _ =>
                {
                    var changed = SyntaxFactory
                        .ParseExpression(replacement)
                        .WithTriviaFrom(read)
                        .WithAdditionalAnnotations(Formatter.Annotation);
                    return Task.FromResult(
                        context.Document.WithSyntaxRoot(root.ReplaceNode(read, changed))
                    );
                },
                equivalenceKey: RuleIds.AmbientClock
            ),
            context.Diagnostics
        );
    }
}
