using System.Collections.Immutable;
using System.Composition;
using Common.Analyzers.CodeFixes.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Common.Analyzers.CodeFixes.Context;

/// <summary>CMN5004: takes the client from a factory in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OwnHttpClientCodeFix))]
[Shared]
public sealed class OwnHttpClientCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.OwnHttpClient];

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
                is not BaseObjectCreationExpressionSyntax
                {
                    ArgumentList: null or { Arguments.Count: 0 },
                    Initializer: null
                } old
            || model is null
            || ClockReading.NameInScope(
                model,
                old,
                model.Compilation.GetTypeByMetadataName("System.Net.Http.IHttpClientFactory")
            )
                is not { } factory
        )
        {
            return;
        }

        var changed = SyntaxFactory
            .ParseExpression(factory + ".CreateClient()")
            .WithTriviaFrom(old)
            .WithAdditionalAnnotations(Formatter.Annotation);
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Take it from '{factory}'",
                _ =>
                    Task.FromResult(
                        context.Document.WithSyntaxRoot(root.ReplaceNode(old, changed))
                    ),
                equivalenceKey: RuleIds.OwnHttpClient
            ),
            context.Diagnostics
        );
    }
}
