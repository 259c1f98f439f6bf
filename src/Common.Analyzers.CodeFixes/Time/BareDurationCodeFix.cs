using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Common.Analyzers.CodeFixes.Time;

/// <summary>CMN4006: takes a TimeSpan and drops the unit from the name, where all that uses the number stands in the same file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BareDurationCodeFix))]
[Shared]
public sealed class BareDurationCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.BareDuration];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var token = context.CancellationToken;
        var document = context.Document;
        var root = await document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(token).ConfigureAwait(false);
        if (
            root is null
            || model is null
            || BareDuration.Find(model, root.FindToken(context.Span.Start).Parent, token)
                is not { } duration
            || await duration.ChangesAsync(document, root, model, token).ConfigureAwait(false)
                is not { } changes
        )
        {
            return;
        }

        var text = await document.GetTextAsync(token).ConfigureAwait(false);
        var changed = document.WithText(text.WithChanges(changes));
        var changedModel = await changed.GetSemanticModelAsync(token).ConfigureAwait(false);
        if (
            changedModel!
                .GetDiagnostics(cancellationToken: token)
                .Any(d => d.Severity == DiagnosticSeverity.Error)
        )
        {
            return; // the name is taken, or the number was used in a way that is not known here
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Take a TimeSpan '{duration.NewName}'",
                _ => Task.FromResult(changed),
                equivalenceKey: RuleIds.BareDuration
            ),
            context.Diagnostics
        );
    }
}
