using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Benchmarks.Lifecycle;

/// <summary>A rule whose time is measured wherever the compiler calls it.</summary>
#pragma warning disable RS1036, RS1038, RS1041, RS1001, RS1025, RS1026 // measured in this process, loaded by no compiler; the rule itself says how it is run
internal sealed class MeteredAnalyzer(DiagnosticAnalyzer rule, RuleMeter meter) : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        rule.SupportedDiagnostics;

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context) =>
        rule.Initialize(new MeteredContext(context, meter));
}
