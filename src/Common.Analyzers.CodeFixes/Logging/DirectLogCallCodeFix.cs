using System.Collections.Immutable;
using System.Composition;
using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>CMN3001 and CMN3003: declares an event for a log call, and calls it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DirectLogCallCodeFix))]
[Shared]
public sealed class DirectLogCallCodeFix : CodeFixProvider
{
    private const string Title = "Declare a log event and call it";
    private static readonly ProjectFixAll All = new(Title, LogCallMigration.ApplyAsync);

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [RuleIds.DirectLogCall, RuleIds.InterpolatedMessage];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => All;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var model = await context
            .Document.GetSemanticModelAsync(context.CancellationToken)
            .ConfigureAwait(false);
        if (
            model?.Compilation.GetTypeByMetadataName(LogEventReader.AttributeName) is null
            || !LogCallMigration.CanMend(model, context.Span, context.CancellationToken)
        )
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                Title,
                token =>
                    LogCallMigration.ApplyAsync(
                        context.Document.Project,
                        context.Diagnostics,
                        token
                    ),
                equivalenceKey: nameof(DirectLogCallCodeFix)
            ),
            context.Diagnostics
        );
    }
}
