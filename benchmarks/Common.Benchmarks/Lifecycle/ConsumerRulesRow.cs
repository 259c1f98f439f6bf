using System.Collections.Immutable;
using Common.Analyzers.Lifecycle.Consumer;
using Common.Benchmarks.Runner;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Benchmarks.Lifecycle;

/// <summary>The rules for who uses a library that has deprecated some of its API and has removed some.</summary>
internal sealed class ConsumerRulesRow : RuleCostRow
{
    private const string Removed =
        "# release record, schema 1\n"
        + "api\tdeprecated\tLib.OldText\tsince=1.2\tuse=Text\n"
        + "api\tdeprecated\tLib.Text.Length.get -> int\tsince=1.2\tuse=Size\n"
        + "api\tdeprecated\tstatic Lib.Text.ToText(int value) -> string!\tsince=1.2\tuse=Format(value)\n";

    private const string Library = """
        namespace Lib;
        public class Text
        {
            [Common.Abstractions.Deprecated("3.0", "Size")] public int Count => 1;
            [Common.Abstractions.Deprecated("3.0", "Format(value)")] public static string Join(int value) => "";
            public int Size => 1;
            public static string Format(int value) => "";
        }
        """;

    public override string Title => "compile 28,000 public symbols with the consumer's rules";

    protected override IEnumerable<MetadataReference> References =>
        [Compiler.Abstractions, Compiler.Library("Lib", "3.0.0.0", Library)];

    protected override AnalyzerOptions Options =>
        RuleOptions.Create([], [("/large/Lib.deprecated.txt", Removed)]);

    protected override ImmutableArray<DiagnosticAnalyzer> Rules =>
        [
            new DeprecatedUseAnalyzer(),
            new RemovedUseAnalyzer(),
            new CompiledUseAnalyzer(),
            new MixedVersionsAnalyzer(),
        ];

    protected override IIncrementalGenerator Generator => new RemovedUseGenerator();

    protected override Goal Goal => Goal.Ratio(1.02);
}
