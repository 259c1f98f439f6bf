using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>CMN6003: rethrows without naming the exception.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ThrowCaughtCodeFix))]
[Shared]
public sealed class ThrowCaughtCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.ThrowCaught];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context
            .Document.GetSyntaxRootAsync(context.CancellationToken)
            .ConfigureAwait(false);
        if (root?.FindNode(context.Span) is not ThrowStatementSyntax statement)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                "Write 'throw;'",
                _ =>
                {
                    var changed = statement
                        .WithExpression(null)
                        .WithThrowKeyword(statement.ThrowKeyword.WithTrailingTrivia());
                    return Task.FromResult(
                        context.Document.WithSyntaxRoot(root.ReplaceNode(statement, changed))
                    );
                },
                equivalenceKey: RuleIds.ThrowCaught
            ),
            context.Diagnostics
        );
    }
}
