using System.Collections.Immutable;
using Common.Benchmarks.Runner;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Benchmarks.Lifecycle;

/// <summary>What rules of the life cycle add to a compilation of 2,000 classes with 28,000 public symbols, warm.</summary>
internal abstract class RuleCostRow : IRow
{
    private const int ManyClasses = 2000;
    private const int FewClasses = 10;

    /// <inheritdoc />
    public string Area => "Lifecycle";

    /// <inheritdoc />
    public abstract string Title { get; }

    /// <inheritdoc />
    public TimeSource Time => TimeSource.ProcessCpu;

    /// <inheritdoc />
    public bool IsHeavy => true;

    /// <summary>How many classes there are.</summary>
    protected int Classes { get; private set; } = ManyClasses;

    /// <summary>What the project references besides the platform.</summary>
    protected abstract IEnumerable<MetadataReference> References { get; }

    /// <summary>What the project hands to the rules.</summary>
    protected abstract AnalyzerOptions Options { get; }

    /// <summary>The rules.</summary>
    protected abstract ImmutableArray<DiagnosticAnalyzer> Rules { get; }

    /// <summary>The most that they may add.</summary>
    protected abstract Goal Goal { get; }

    /// <summary>What builds run beside analyzers, if anything.</summary>
    protected virtual IIncrementalGenerator? Generator => null;

    /// <inheritdoc />
    public void Shrink() => Classes = FewClasses;

    /// <inheritdoc />
    public IReadOnlyList<Contender> Prepare()
    {
        var compiler = new Compiler(LargeProject.Sources(Classes), References);
        var options = Options;
        var nothing = ImmutableArray.Create<DiagnosticAnalyzer>(new NothingAnalyzer());
        var rules = nothing.AddRange(Rules);
        foreach (var diagnostic in compiler.Run(rules, options, Generator))
        {
            if (diagnostic.Severity != DiagnosticSeverity.Hidden)
            {
                throw new InvalidOperationException($"The project is not clean: {diagnostic}");
            }
        }

        return
        [
            Contender.Baseline(
                "the compiler",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        Sink.Keep(compiler.Run(nothing, RuleOptions.None));
                    }
                }
            ),
            new(
                "with the rules",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        Sink.Keep(compiler.Run(rules, options, Generator));
                    }
                }
            )
            {
                Goals = [Goal],
            },
        ];
    }
}
