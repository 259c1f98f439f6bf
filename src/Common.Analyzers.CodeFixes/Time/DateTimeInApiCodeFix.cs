using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Common.Analyzers.CodeFixes.Time;

/// <summary>CMN4005: declares a DateTimeOffset instead, where the rest of the file goes on compiling.</summary>
/// <remarks>A DateTime converts to it by itself, and it has nearly all members of one, so that most callers need no change.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DateTimeInApiCodeFix))]
[Shared]
public sealed class DateTimeInApiCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.DateTimeInApi];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var token = context.CancellationToken;
        var root = await context.Document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        if (
            root?.FindToken(context.Span.Start).Parent is not { } declared
            || TypeOf(declared) is not { } old
        )
        {
            return;
        }

        var changed = context.Document.WithSyntaxRoot(
            root.ReplaceNode(
                old,
                SyntaxFactory
                    .ParseTypeName("global::System.DateTimeOffset")
                    .WithTriviaFrom(old)
                    .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation)
            )
        );
        if (await CompilesAsync(changed, token).ConfigureAwait(false))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Use DateTimeOffset",
                    _ => Task.FromResult(changed),
                    equivalenceKey: RuleIds.DateTimeInApi
                ),
                context.Diagnostics
            );
        }
    }

    /// <summary>The type that is written where a name is declared, without the question mark of one that may be missing.</summary>
    private static TypeSyntax? TypeOf(SyntaxNode declared)
    {
        var type = declared switch
        {
            PropertyDeclarationSyntax property => property.Type,
            MethodDeclarationSyntax method => method.ReturnType,
            ParameterSyntax parameter => parameter.Type,
            VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax { Variables.Count: 1 } field
            } => field.Type,
            _ => null,
        };
        return type is NullableTypeSyntax maybe ? maybe.ElementType : type;
    }

    private static async Task<bool> CompilesAsync(Document document, CancellationToken token) =>
        await document.GetSemanticModelAsync(token).ConfigureAwait(false) is { } model
        && !model
            .GetDiagnostics(cancellationToken: token)
            .Any(d => d.Severity == DiagnosticSeverity.Error);
}
