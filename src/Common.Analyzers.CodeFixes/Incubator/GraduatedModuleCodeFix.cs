using System.Collections.Immutable;
using System.Composition;
using Common.Analyzers.Incubator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.CodeFixes.Incubator;

/// <summary>Moves code from the copy of a graduated module to its package: CMN7005.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GraduatedModuleCodeFix))]
[Shared]
public sealed class GraduatedModuleCodeFix : CodeFixProvider
{
    private const string Global = "global::";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.GraduatedModule];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (
                diagnostic.Properties.TryGetValue(
                    GraduatedModuleAnalyzer.Replacement,
                    out var replacement
                ) && replacement is { Length: > 0 }
            )
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Use {replacement}",
                        token =>
                            ReplaceAsync(
                                context.Document,
                                diagnostic.Location.SourceSpan,
                                replacement,
                                token
                            ),
                        equivalenceKey: nameof(GraduatedModuleCodeFix)
                    ),
                    diagnostic
                );
            }
        }

        return Task.CompletedTask;
    }

    // By text: a name is a name in code, in a cref and in a using alike.
    private static async Task<Document> ReplaceAsync(
        Document document,
        TextSpan span,
        string replacement,
        CancellationToken cancellationToken
    )
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var prefix = text.ToString(span).StartsWith(Global, StringComparison.Ordinal) ? Global : "";
        return document.WithText(text.WithChanges(new TextChange(span, prefix + replacement)));
    }
}
