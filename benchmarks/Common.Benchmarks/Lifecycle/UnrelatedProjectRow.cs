using System.Collections.Immutable;
using Common.Analyzers.Lifecycle.Author;
using Common.Analyzers.Lifecycle.Consumer;
using Common.Analyzers.Lifecycle.PublicApi;
using Common.Benchmarks.Runner;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Benchmarks.Lifecycle;

/// <summary>All rules of the life cycle where no package of ours is referenced: nothing is left to measure.</summary>
internal sealed class UnrelatedProjectRow : RuleCostRow
{
    public override string Title => "compile 28,000 public symbols without our packages";

    protected override IEnumerable<MetadataReference> References => [];

    protected override AnalyzerOptions Options => RuleOptions.None;

    protected override ImmutableArray<DiagnosticAnalyzer> Rules =>
        [
            new PublicApiAnalyzer(),
            new LifecycleAnalyzer(),
            new DeprecatedUseAnalyzer(),
            new RemovedUseAnalyzer(),
            new CompiledUseAnalyzer(),
            new MixedVersionsAnalyzer(),
        ];

    protected override IIncrementalGenerator Generator => new RemovedUseGenerator();

    protected override Goal Goal => Goal.Ratio(1.01);
}
