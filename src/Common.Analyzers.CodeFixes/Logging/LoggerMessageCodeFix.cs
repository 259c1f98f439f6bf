using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>CMN3002: declares the method of a logger message as a log event.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoggerMessageCodeFix))]
[Shared]
public sealed class LoggerMessageCodeFix : CodeFixProvider
{
    private const string Title = "Declare it as a log event";
    private static readonly ProjectFixAll All = new(Title, LoggerMessageMigration.ApplyAsync);

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.RawLoggerMessage];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => All;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var model = await context
            .Document.GetSemanticModelAsync(context.CancellationToken)
            .ConfigureAwait(false);
        if (
            model is null
            || LoggerMessageReader.Read(model, context.Span, context.CancellationToken) is null
        )
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                Title,
                token =>
                    LoggerMessageMigration.ApplyAsync(
                        context.Document.Project,
                        context.Diagnostics,
                        token
                    ),
                equivalenceKey: nameof(LoggerMessageCodeFix)
            ),
            context.Diagnostics
        );
    }
}
