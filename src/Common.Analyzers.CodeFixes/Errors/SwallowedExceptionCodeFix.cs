using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>CMN6002: rethrows at the end of a handler that runs to its end.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwallowedExceptionCodeFix))]
[Shared]
public sealed class SwallowedExceptionCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.SwallowedException];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var token = context.CancellationToken;
        var root = await context.Document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(token).ConfigureAwait(false);
        if (
            root?.FindToken(context.Span.Start).Parent is not CatchClauseSyntax { Block: { } block }
            || model?.AnalyzeControlFlow(block)
                is not { Succeeded: true, EndPointIsReachable: true }
        )
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                "Rethrow",
                _ =>
                {
                    var changed = block
                        .AddStatements(SyntaxFactory.ThrowStatement())
                        .WithAdditionalAnnotations(Formatter.Annotation);
                    return Task.FromResult(
                        context.Document.WithSyntaxRoot(root.ReplaceNode(block, changed))
                    );
                },
                equivalenceKey: RuleIds.SwallowedException
            ),
            context.Diagnostics
        );
    }
}
