using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>CMN6006: takes the log call out and leaves the record to whoever ends the unit of work.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoggedAndRethrownCodeFix))]
[Shared]
public sealed class LoggedAndRethrownCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.LoggedAndRethrown];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context
            .Document.GetSyntaxRootAsync(context.CancellationToken)
            .ConfigureAwait(false);
        if (
            root
                ?.FindNode(context.Span, getInnermostNodeForTie: true)
                .FirstAncestorOrSelf<ExpressionStatementSyntax>()
            is not { } statement
        )
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                "Do not log it here",
                _ =>
                    Task.FromResult(
                        context.Document.WithSyntaxRoot(
                            root.RemoveNode(statement, KeepingComments(statement))!
                        )
                    ),
                equivalenceKey: RuleIds.LoggedAndRethrown
            ),
            context.Diagnostics
        );
    }

    private static SyntaxRemoveOptions KeepingComments(SyntaxNode statement) =>
        statement
            .GetLeadingTrivia()
            .Concat(statement.GetTrailingTrivia())
            .All(trivia =>
                trivia.IsKind(SyntaxKind.WhitespaceTrivia)
                || trivia.IsKind(SyntaxKind.EndOfLineTrivia)
            )
            ? SyntaxRemoveOptions.KeepNoTrivia
            : SyntaxRemoveOptions.KeepExteriorTrivia;
}
