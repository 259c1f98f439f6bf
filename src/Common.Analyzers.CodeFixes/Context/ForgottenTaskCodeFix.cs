using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Common.Analyzers.CodeFixes.Context;

/// <summary>CMN5003: awaits the task where the method is async, and starts it in a detached context where it is not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForgottenTaskCodeFix))]
[Shared]
public sealed class ForgottenTaskCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.ForgottenTask];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var token = context.CancellationToken;
        var root = await context.Document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(token).ConfigureAwait(false);
        if (
            root?.FindNode(context.Span, getInnermostNodeForTie: true)
                is not AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax old } discard
            || model is null
        )
        {
            return;
        }

        (string? title, StatementSyntax? changed) = (
            Awaiting.IsPossible(old),
            DetachedContext.IsKnown(model)
        ) switch
        {
            (true, _) => ("Await the task", (StatementSyntax)Await(old, discard.Right)),
            (false, true) => ("Start it in a detached context", Detach(old, model)),
            _ => default((string?, StatementSyntax?)),
        };
        if (title is null)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                title,
                _ =>
                    Task.FromResult(
                        context.Document.WithSyntaxRoot(root.ReplaceNode(old, changed!))
                    ),
                equivalenceKey: RuleIds.ForgottenTask
            ),
            context.Diagnostics
        );
    }

    private static ExpressionStatementSyntax Await(
        ExpressionStatementSyntax old,
        ExpressionSyntax task
    ) =>
        old.WithExpression(
                SyntaxFactory.AwaitExpression(
                    SyntaxFactory
                        .Token(SyntaxKind.AwaitKeyword)
                        .WithTrailingTrivia(SyntaxFactory.Space),
                    task.WithoutLeadingTrivia()
                )
            )
            .WithTriviaFrom(old)
            .WithAdditionalAnnotations(Formatter.Annotation);

    private static UsingStatementSyntax Detach(
        ExpressionStatementSyntax old,
        SemanticModel model
    ) =>
        SyntaxFactory
            .UsingStatement(
                null,
                DetachedContext.Enter(model, old.SpanStart),
                SyntaxFactory.Block(old.WithoutLeadingTrivia())
            )
            .WithLeadingTrivia(old.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.ElasticMarker)
            .WithAdditionalAnnotations(Formatter.Annotation);
}
