using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Common.Analyzers.CodeFixes.Time;

/// <summary>CMN4004: measures a local stopwatch's time on a TimeProvider in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StopwatchTimeoutCodeFix))]
[Shared]
public sealed class StopwatchTimeoutCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.StopwatchTimeout];

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
                is not BinaryExpressionSyntax comparison
            || model is null
            || LocalStopwatch.Find(model, comparison, token) is not { } stopwatch
            || ClockReading.NameInScope(
                model,
                stopwatch.Start,
                model.Compilation.GetTypeByMetadataName("System.TimeProvider")
            )
                is not { } time
        )
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Measure on '{time}'",
                _ =>
                    Task.FromResult(
                        context.Document.WithSyntaxRoot(
                            root.ReplaceNodes(
                                stopwatch.Readings.Append(stopwatch.Start),
                                (old, _) => Rewrite(old, stopwatch, time)
                            )
                        )
                    ),
                equivalenceKey: RuleIds.StopwatchTimeout
            ),
            context.Diagnostics
        );
    }

    private static ExpressionSyntax Rewrite(
        ExpressionSyntax old,
        LocalStopwatch stopwatch,
        string time
    )
    {
        var elapsed = $"{time}.GetElapsedTime({stopwatch.Name})";
        var changed = old switch
        {
            InvocationExpressionSyntax => $"{time}.GetTimestamp()",
            { Parent: MemberAccessExpressionSyntax }
            and MemberAccessExpressionSyntax { Name.Identifier.Text: "ElapsedMilliseconds" } =>
                $"((long){elapsed}.TotalMilliseconds)",
            MemberAccessExpressionSyntax { Name.Identifier.Text: "ElapsedMilliseconds" } =>
                $"(long){elapsed}.TotalMilliseconds",
            _ => elapsed,
        };
        return SyntaxFactory
            .ParseExpression(changed)
            .WithTriviaFrom(old)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
