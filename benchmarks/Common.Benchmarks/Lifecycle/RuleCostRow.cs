using System.Collections.Immutable;
using Common.Benchmarks.Runner;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Benchmarks.Lifecycle;

/// <summary>What rules of the life cycle add to a compilation of 2,000 classes with 28,000 public symbols, warm.</summary>
/// <remarks>
/// Two compilations of this size differ by more than the rules may cost. So each turn is one compilation with the rules, and what the rules
/// take of it is measured inside it, wherever the compiler calls them; the compiler is what is left. The compiler writes no assembly here,
/// which makes it cheaper, and the rules' part larger, than in a build.
/// </remarks>
internal abstract class RuleCostRow : IMeasuredRow
{
    private const int ManyClasses = 2000;
    private const int FewClasses = 10;
    private const int MostTurns = 3;
    private const int WarmUpClasses = 100;
    private const int MostWarmUpRounds = 12;

    /// <inheritdoc />
    public string Area => "Lifecycle";

    /// <inheritdoc />
    public abstract string Title { get; }

    /// <inheritdoc />
    public TimeSource Time => TimeSource.ProcessCpu;

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
    public IReadOnlyList<Contender> Prepare() =>
        [
            Contender.Baseline("the compiler", static _ => { }),
            new("with the rules", static _ => { }) { Goals = [Goal] },
        ];

    /// <inheritdoc />
    public IReadOnlyList<Result> Measure(Effort effort)
    {
        WarmUp(effort);
        var compiler = new Compiler(LargeProject.Sources(Classes), References);
        var options = Options;
        Turn(compiler, options);
        var turns = Math.Min(effort.Turns, MostTurns);
        var (alone, both) = (new double[turns], new double[turns]);
        for (var turn = 0; turn < turns; turn++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var (all, rules) = Turn(compiler, options);
            (alone[turn], both[turn]) = (all - rules, all);
        }

        var contenders = Prepare();
        return [ResultOf(contenders[0], alone, alone), ResultOf(contenders[1], both, alone)];
    }

    // The compiler comes without machine code here, and is compiled itself while it is run: small projects are enough for that.
    private void WarmUp(Effort effort)
    {
        var all = Classes;
        Classes = Math.Min(all, WarmUpClasses);
        var compiler = new Compiler(LargeProject.Sources(Classes), References);
        var options = Options;
        for (var round = 0; round < Math.Min(effort.WarmUpRounds, MostWarmUpRounds); round++)
        {
            Turn(compiler, options);
        }

        Classes = all;
    }

    private static Result ResultOf(Contender contender, double[] times, double[] baseline) =>
        new(
            contender,
            Statistics.Median(times),
            Statistics.Median(times.Zip(baseline, (own, other) => own / other)),
            Statistics.Spread(times),
            Bytes: 0
        );

    private (double All, double Rules) Turn(Compiler compiler, AnalyzerOptions options)
    {
        var meter = new RuleMeter();
        ImmutableArray<DiagnosticAnalyzer> rules =
        [
            new NothingAnalyzer(),
            .. Rules.Select(r => new MeteredAnalyzer(r, meter)),
        ];
        var start = MeasuringClock.Read(TimeSource.ProcessCpu);
        var diagnostics = compiler.Run(rules, options, Generator, meter);
        var all = MeasuringClock.Read(TimeSource.ProcessCpu) - start;
        if (diagnostics.FirstOrDefault(d => d.Severity != DiagnosticSeverity.Hidden) is { } said)
        {
            throw new InvalidOperationException($"The project is not clean: {said}");
        }

        var symbols = compiler.PublicSymbols;
        return symbols == Classes * LargeProject.SymbolsOfAClass
            ? (all, meter.Nanoseconds)
            : throw new InvalidOperationException($"The project has {symbols} public symbols.");
    }
}
