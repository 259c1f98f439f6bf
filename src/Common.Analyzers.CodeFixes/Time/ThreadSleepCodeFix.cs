using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Common.Analyzers.CodeFixes.Time;

/// <summary>CMN4003: awaits a delay, in a method that is async already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ThreadSleepCodeFix))]
[Shared]
public sealed class ThreadSleepCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.ThreadSleep];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var token = context.CancellationToken;
        var root = await context.Document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        if (
            root?.FindNode(context.Span, getInnermostNodeForTie: true)
                is not InvocationExpressionSyntax old
            || old
                is not {
                    Parent: ExpressionStatementSyntax,
                    ArgumentList.Arguments: [{ Expression: var time }]
                }
            || !Awaiting.IsPossible(old)
        )
        {
            return;
        }

        var model = await context.Document.GetSemanticModelAsync(token).ConfigureAwait(false);
        var isInScope = model
            ?.LookupNamespacesAndTypes(old.SpanStart, name: "Task")
            .Any(t => t.ToDisplayString() == "System.Threading.Tasks.Task");
        var task = isInScope is true ? "Task" : "global::System.Threading.Tasks.Task";
        var changed = SyntaxFactory
            .AwaitExpression(
                SyntaxFactory
                    .Token(SyntaxKind.AwaitKeyword)
                    .WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.ParseExpression($"{task}.Delay({time})")
            )
            .WithTriviaFrom(old)
            .WithAdditionalAnnotations(Formatter.Annotation);

        context.RegisterCodeFix(
            CodeAction.Create(
                "Await a delay",
                _ =>
                    Task.FromResult(
                        context.Document.WithSyntaxRoot(root.ReplaceNode(old, changed))
                    ),
                equivalenceKey: RuleIds.ThreadSleep
            ),
            context.Diagnostics
        );
    }
}
