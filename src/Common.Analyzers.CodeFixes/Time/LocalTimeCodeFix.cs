using System.Collections.Immutable;
using System.Composition;
using Common.Analyzers.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Time;

/// <summary>CMN4002: takes the member that gives the same in UTC.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LocalTimeCodeFix))]
[Shared]
public sealed class LocalTimeCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.LocalTime];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var token = context.CancellationToken;
        var root = await context.Document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        var node = root?.FindNode(context.Span, getInnermostNodeForTie: true);
        var old = node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } =>
                access.Name,
            MemberAccessExpressionSyntax access => access.Name,
            _ => null,
        };
        if (root is null || old is null || LocalTimes.InUtc(old.Identifier.Text) is not { } name)
        {
            return;
        }

        var changed = SyntaxFactory.IdentifierName(name).WithTriviaFrom(old);
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Take '{name}'",
                _ =>
                    Task.FromResult(
                        context.Document.WithSyntaxRoot(root.ReplaceNode(old, changed))
                    ),
                equivalenceKey: RuleIds.LocalTime
            ),
            context.Diagnostics
        );
    }
}
