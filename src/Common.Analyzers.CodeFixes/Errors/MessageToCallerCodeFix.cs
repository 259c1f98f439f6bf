using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>CMN6004: tells the public message of what the exception means.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MessageToCallerCodeFix))]
[Shared]
public sealed class MessageToCallerCodeFix : CodeFixProvider
{
    private const string Map = "Common.Exceptions.ErrorMap";

    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.MessageToCaller];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var token = context.CancellationToken;
        var root = await context.Document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(token).ConfigureAwait(false);
        var node = root?.FindNode(context.Span, getInnermostNodeForTie: true);
        var access = node switch
        {
            InvocationExpressionSyntax call => call.Expression as MemberAccessExpressionSyntax,
            MemberAccessExpressionSyntax member => member,
            _ => null,
        };
        if (root is null || model is null || access is null)
        {
            return;
        }

        var exception = access.Expression;
        var type = model.GetTypeInfo(exception, token).Type?.ToDisplayString();
        var replacement =
            type == "Common.Exceptions.ServiceException" ? $"{exception}.PublicMessage"
            : model.Compilation.GetTypeByMetadataName(Map) is { } map
                ? $"{ShortName.Of(model, access.SpanStart, map)}.Default.Map({exception}).PublicMessage"
            : null;
        if (replacement is null)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                "Tell the public message",
                _ =>
                {
                    var changed = SyntaxFactory.ParseExpression(replacement).WithTriviaFrom(node!);
                    return Task.FromResult(
                        context.Document.WithSyntaxRoot(root.ReplaceNode(node!, changed))
                    );
                },
                equivalenceKey: RuleIds.MessageToCaller
            ),
            context.Diagnostics
        );
    }
}
