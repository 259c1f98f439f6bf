using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Common.Analyzers.CodeFixes.Context;

/// <summary>CMN5002: returns a Task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AsyncVoidCodeFix))]
[Shared]
public sealed class AsyncVoidCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.AsyncVoid];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var token = context.CancellationToken;
        var root = await context.Document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(token).ConfigureAwait(false);
        if (
            root?.FindNode(context.Span)
                is not MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax old } method
            || model?.GetDeclaredSymbol(method, token)
                is not { IsOverride: false, IsVirtual: false, IsPartialDefinition: false } symbol
            || symbol
                .ContainingType.AllInterfaces.SelectMany(i => i.GetMembers())
                .Any(m =>
                    SymbolEqualityComparer.Default.Equals(
                        symbol.ContainingType.FindImplementationForInterfaceMember(m),
                        symbol
                    )
                )
        )
        {
            return;
        }

        var changed = SyntaxFactory
            .ParseTypeName("global::System.Threading.Tasks.Task")
            .WithTriviaFrom(old)
            .WithAdditionalAnnotations(
                Formatter.Annotation,
                Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation
            );
        var document = context.Document.WithSyntaxRoot(root.ReplaceNode(old, changed));
        if (!await CompilesAsync(document, token).ConfigureAwait(false))
        {
            return; // it is handed to something that takes no other signature
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                "Return a Task",
                _ => Task.FromResult(document),
                equivalenceKey: RuleIds.AsyncVoid
            ),
            context.Diagnostics
        );
    }

    private static async Task<bool> CompilesAsync(Document document, CancellationToken token) =>
        await document.GetSemanticModelAsync(token).ConfigureAwait(false) is { } model
        && !model
            .GetDiagnostics(cancellationToken: token)
            .Any(d => d.Severity == DiagnosticSeverity.Error);
}
