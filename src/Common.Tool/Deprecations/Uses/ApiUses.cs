using Common.Analyzers.Lifecycle.Consumer;
using Common.Analyzers.Lifecycle.Record;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Tool.Deprecations.Uses;

/// <summary>Finds uses of types and members by the analyzers that the build runs, so that both say the same.</summary>
internal static class ApiUses
{
    /// <summary>Finds them, the suppressed ones too.</summary>
    public static async Task<IReadOnlyList<Use>> FindAsync(
        ProjectScope scope,
        CancellationToken cancellationToken
    )
    {
        var diagnostics = await scope
            .Compilation.WithAnalyzers(
                [new DeprecatedUseAnalyzer(), new RemovedUseAnalyzer(), new CompiledUseAnalyzer()],
                new CompilationWithAnalyzersOptions(
                    new AnalyzerOptions(
                        FileText.Of(scope.Assets.DeprecatedLists.Concat(scope.Assets.Exceptions)),
                        new BuildProperties(scope.Target?.ToString())
                    ),
                    onAnalyzerException: null,
                    concurrentAnalysis: true,
                    logAnalyzerExecutionTime: false,
                    reportSuppressedDiagnostics: true
                )
            )
            .GetAnalyzerDiagnosticsAsync(cancellationToken)
            .ConfigureAwait(false);
        return [.. diagnostics.Select(d => Use(scope, d))];
    }

    private static Use Use(ProjectScope scope, Diagnostic diagnostic)
    {
        var facts = diagnostic.Properties;
        if (!facts.TryGetValue(UseFacts.Name, out var name))
        {
            throw new InvalidOperationException(diagnostic.ToString()); // AD0001: an analyzer failed
        }

        var item = new DeprecatedItem(
            RecordItem.Api,
            name!,
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
        );
    }
}
