using Common.Analyzers.Lifecycle.Consumer;
using Common.Analyzers.Lifecycle.Record;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Tool.Deprecations.Uses;

/// <summary>Finds uses of types and members by the analyzers that the build runs, so that both say the same.</summary>
internal static class ApiUses
{
    /// <summary>Finds them, the suppressed ones too. Only files that can have any are bound, those of a project at once.</summary>
    public static async Task<IReadOnlyList<Use>> FindAsync(
        ProjectScope scope,
        CancellationToken cancellationToken
    )
    {
        var options = new AnalyzerOptions(
            FileText.Of(scope.Assets.DeprecatedLists.Concat(scope.Assets.Exceptions)),
            new BuildProperties(scope.Target?.ToString())
        );
        List<Diagnostic> found =
        [
            .. await With(
                    scope.Compilation.RemoveAllSyntaxTrees(),
                    options,
                    new RemovedUseAnalyzer(),
                    new CompiledUseAnalyzer()
                )
                .GetAnalyzerDiagnosticsAsync(cancellationToken)
                .ConfigureAwait(false),
        ];
        var candidates = UseCandidates
            .In(scope.Compilation, options.AdditionalFiles, cancellationToken)
            .ToList();
        var parts = await Task.WhenAll(
                candidates
                    .Chunk(Math.Max(1, (candidates.Count / Environment.ProcessorCount) + 1))
                    .Select(trees =>
                        Task.Run(() =>
                            InAsync(scope.Compilation, trees, options, cancellationToken)
                        )
                    )
            )
            .ConfigureAwait(false);
        return [.. found.Concat(parts.SelectMany(p => p)).Select(d => Use(scope, d))];
    }

    private static async Task<List<Diagnostic>> InAsync(
        Compilation compilation,
        IReadOnlyList<SyntaxTree> trees,
        AnalyzerOptions options,
        CancellationToken cancellationToken
    )
    {
        var analyzers = With(
            compilation,
            options,
            new DeprecatedUseAnalyzer(),
            new RemovedUseAnalyzer()
        );
        List<Diagnostic> found = [];
        foreach (var tree in trees)
        {
            found.AddRange(
                await analyzers
                    .GetAnalyzerSemanticDiagnosticsAsync(
                        compilation.GetSemanticModel(tree),
                        filterSpan: null,
                        cancellationToken
                    )
                    .ConfigureAwait(false)
            );
        }

        return found;
    }

    private static CompilationWithAnalyzers With(
        Compilation compilation,
        AnalyzerOptions options,
        params DiagnosticAnalyzer[] analyzers
    ) =>
        compilation.WithAnalyzers(
            [.. analyzers],
            new CompilationWithAnalyzersOptions(
                options,
                onAnalyzerException: null,
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false,
                reportSuppressedDiagnostics: true
            )
        );

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
