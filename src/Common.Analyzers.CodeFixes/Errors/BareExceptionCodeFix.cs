using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>CMN6001: throws the error of failures that nobody declared, with the message as what only the log says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BareExceptionCodeFix))]
[Shared]
public sealed class BareExceptionCodeFix : CodeFixProvider
{
    private const string Errors = "Common.Exceptions.CommonErrors";

    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.BareException];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var token = context.CancellationToken;
        var root = await context.Document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(token).ConfigureAwait(false);
        if (
            root?.FindNode(context.Span, getInnermostNodeForTie: true)
                is not BaseObjectCreationExpressionSyntax { Initializer: null } creation
            || model?.Compilation.GetTypeByMetadataName(Errors) is not { } errors
            || Arguments(creation.ArgumentList) is not { } arguments
        )
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                "Throw 'CommonErrors.InternalError'",
                _ =>
                {
                    var replacement = SyntaxFactory
                        .ParseExpression(
                            $"{ShortName.Of(model, creation.SpanStart, errors)}.InternalError({arguments})"
                        )
                        .WithTriviaFrom(creation);
                    return Task.FromResult(
                        context.Document.WithSyntaxRoot(root.ReplaceNode(creation, replacement))
                    );
                },
                equivalenceKey: RuleIds.BareException
            ),
            context.Diagnostics
        );
    }

    private static string? Arguments(ArgumentListSyntax? list)
    {
        var arguments = list?.Arguments ?? default;
        return arguments.Any(a => a.NameColon is not null)
            ? null
            : arguments.Count switch
            {
                0 => string.Empty,
                1 => "detail: " + arguments[0],
                2 => $"{arguments[1]}, {arguments[0]}",
                _ => null,
            };
    }
}
