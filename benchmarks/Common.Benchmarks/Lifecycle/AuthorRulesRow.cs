using System.Collections.Immutable;
using Common.Analyzers.Lifecycle.Author;
using Common.Analyzers.Lifecycle.PublicApi;
using Common.Benchmarks.Runner;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Benchmarks.Lifecycle;

/// <summary>The rules for the author of a library.</summary>
internal sealed class AuthorRulesRow : RuleCostRow
{
    public override string Title => "compile 28,000 public symbols with the author's rules";

    protected override IEnumerable<MetadataReference> References => [Compiler.Abstractions];

    protected override AnalyzerOptions Options =>
        RuleOptions.Create(
            [("CommonLifecycle", "true"), ("CommonLifecyclePrefix", "ACMED"), ("Version", "1.1.0")],
            [
                ("/large/PublicAPI.Shipped.txt", LargeProject.PublicApi(Classes)),
                ("/large/PublicAPI.Unshipped.txt", "#nullable enable\n"),
                ("/large/releases/1.0.0/Large.txt", Record()),
                ("/large/CHANGELOG.md", "# Changelog\n"),
            ]
        );

    protected override ImmutableArray<DiagnosticAnalyzer> Rules =>
        [new PublicApiAnalyzer(), new LifecycleAnalyzer()];

    protected override Goal Goal => Goal.Ratio(1.05);

    private string Record()
    {
        var lines = LargeProject
            .PublicApi(Classes)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1);
        return string.Concat(
            lines.Select(l => $"api\tstable\t{l}\n").Prepend("# release record, schema 1\n")
        );
    }
}
