using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Tests.Harness;

/// <summary>What generators wrote and said.</summary>
/// <param name="Result">The run's result.</param>
/// <param name="Compilation">The compilation with the generated sources; it has been asserted to compile.</param>
internal sealed record GeneratorOutcome(GeneratorDriverRunResult Result, Compilation Compilation)
{
    /// <summary>What the generators reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The names of the generated files, in order.</summary>
    public IEnumerable<string> Names => Sources.Select(s => s.HintName);

    private IEnumerable<GeneratedSourceResult> Sources =>
        Result.Results.SelectMany(r => r.GeneratedSources);

    /// <summary>The text of the one generated file whose name ends so.</summary>
    public string Text(string nameEnd) =>
        Sources
            .Single(s => s.HintName.EndsWith(nameEnd, StringComparison.Ordinal))
            .SourceText.ToString();
}
