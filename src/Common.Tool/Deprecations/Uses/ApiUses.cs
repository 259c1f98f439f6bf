using Common.Analyzers;
using Common.Analyzers.Lifecycle.Consumer;
using Common.Analyzers.Lifecycle.Record;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Tool.Deprecations.Uses;

/// <summary>Finds uses of types and members by the rules that the build runs, so that both say the same.</summary>
internal static class ApiUses
{
    /// <summary>Finds them, the suppressed ones too.</summary>
    /// <param name="scope">The project.</param>
    /// <param name="problem">Takes what can't be read of the lists that its packages carry.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static IEnumerable<Use> Find(
        ProjectScope scope,
        Action<string> problem,
        CancellationToken cancellationToken
    )
    {
        var found = UseFinder.Find(
            scope.Compilation,
            FileText.Of(scope.Assets.DeprecatedLists.Concat(scope.Assets.Exceptions)),
            scope.Target?.ToString(),
            cancellationToken
        );
        foreach (var diagnostic in found.Where(d => d.Id == RuleIds.InvalidRecord))
        {
            var line = diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
            problem(
                $"{diagnostic.Location.GetLineSpan().Path}({line}): {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"
            );
        }

        // The compiler knows which attribute suppresses what.
        return CompilationWithAnalyzers
            .GetEffectiveDiagnostics(
                found.Where(d => d.Id != RuleIds.InvalidRecord),
                scope.Compilation
            )
            .Select(d => Use(scope, d));
    }

    private static Use Use(ProjectScope scope, Diagnostic diagnostic)
    {
        var facts = diagnostic.Properties;
        var item = new DeprecatedItem(
            RecordItem.Api,
            facts[UseFacts.Name]!,
            facts[UseFacts.Package]!,
            ReleaseNumber.TryParse(facts.GetValueOrDefault(UseFacts.Since)),
            facts[UseFacts.Advice]!,
            ReleaseNumber.TryParse(facts.GetValueOrDefault(UseFacts.RemovedIn))
        );
        return scope.UseAt(
            item,
            diagnostic.Location,
            facts.GetValueOrDefault(UseFacts.CompilerId),
            diagnostic.IsSuppressed
        ) with
        {
            Manual = facts.GetValueOrDefault(UseFacts.Manual),
        };
    }
}
