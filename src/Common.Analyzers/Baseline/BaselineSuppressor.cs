using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Baseline;

/// <summary>Keeps guidance quiet where a project had the finding already: what is new is reported.</summary>
/// <remarks>
/// A file is quiet as long as it has no more findings of a rule than its baseline says. One more, and all of them are shown:
/// which of them is the new one nobody can tell.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineSuppressor : DiagnosticSuppressor
{
    private static readonly ImmutableDictionary<string, SuppressionDescriptor> ByRule = new[]
    {
        RuleIds.DirectLogCall,
        RuleIds.RawLoggerMessage,
        RuleIds.InterpolatedMessage,
        RuleIds.AmbientClock,
        RuleIds.LocalTime,
        RuleIds.ThreadSleep,
        RuleIds.StopwatchTimeout,
        RuleIds.DateTimeInApi,
        RuleIds.BareDuration,
        RuleIds.SuppressedFlow,
        RuleIds.AsyncVoid,
        RuleIds.ForgottenTask,
        RuleIds.OwnHttpClient,
        RuleIds.BareException,
        RuleIds.SwallowedException,
        RuleIds.ThrowCaught,
        RuleIds.MessageToCaller,
        RuleIds.UndeclaredErrorCode,
        RuleIds.LoggedAndRethrown,
        RuleIds.BehindCopy,
        RuleIds.ApiAhead,
    }.ToImmutableDictionary(
        rule => rule,
        rule => new SuppressionDescriptor(
            rule.Replace("CMN", "CMNS"),
            rule,
            $"{BaselineFile.FileName} has it from before the rule was enforced"
        )
    );

    /// <inheritdoc />
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions =>
        [.. ByRule.Values.OrderBy(d => d.Id, StringComparer.Ordinal)];

    /// <inheritdoc />
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (
            BaselineFile.Read(context.Options.AdditionalFiles, context.CancellationToken)
            is not { } baseline
        )
        {
            return;
        }

        var groups = context
            .ReportedDiagnostics.Where(d => d.Location.IsInSource)
            .GroupBy(d => (d.Id, d.Location.SourceTree!.FilePath));
        foreach (var group in groups)
        {
            if (group.Count() > baseline.Allowed(group.Key.Id, group.Key.FilePath))
            {
                continue;
            }

            foreach (var diagnostic in group)
            {
                context.ReportSuppression(Suppression.Create(ByRule[diagnostic.Id], diagnostic));
            }
        }
    }
}
