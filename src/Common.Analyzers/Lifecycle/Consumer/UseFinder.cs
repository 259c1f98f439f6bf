using System.Collections.Immutable;
using Common.Analyzers.Lifecycle.Author;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Finds in many projects what CMN1001 to CMN1005 report in one build, and binds nothing but the members that can have any.</summary>
/// <remarks>Whoever runs the analyzers themselves has the compiler bind and check every method of each file that they look into.</remarks>
public static class UseFinder
{
    /// <summary>Finds them, in the order of files.</summary>
    /// <param name="compilation">The code.</param>
    /// <param name="additionalFiles">The lists and exceptions that the packages carry.</param>
    /// <param name="targetRelease">The release that is looked ahead to, as <c>CommonTargetRelease</c> names it, if one is.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>What the analyzers report, suppressed or not, and CMN0012 for what can't be read of the lists.</returns>
    public static IReadOnlyList<Diagnostic> Find(
        Compilation compilation,
        ImmutableArray<AdditionalText> additionalFiles,
        string? targetRelease,
        CancellationToken cancellationToken
    )
    {
        var errors = new List<(Location Location, string Rule)>();
        var removed = RemovedApis.Read(additionalFiles, compilation, errors, cancellationToken);
        var deprecated = DeprecatedApis.In(compilation, cancellationToken);
        var target = Release.TryParse(targetRelease);
        var found = new List<Diagnostic>(AuthorRules.Invalid(errors));
        CompiledUseAnalyzer.Find(compilation, additionalFiles, found.Add, cancellationToken);
        found.AddRange(
            compilation
                .SyntaxTrees.AsParallel()
                .AsOrdered()
                .WithCancellation(cancellationToken)
                .SelectMany(tree => InTree(tree))
        );
        return found;

        List<Diagnostic> InTree(SyntaxTree tree)
        {
            var uses = new List<Diagnostic>();
            var model = new Lazy<SemanticModel>(() => compilation.GetSemanticModel(tree));
            foreach (var node in deprecated.Names.In(tree, cancellationToken))
            {
                DeprecatedUseAnalyzer.Analyze(
                    node,
                    model.Value,
                    deprecated,
                    target,
                    Note(node),
                    cancellationToken
                );
            }

            foreach (var node in NamelessUse.Candidates(tree, deprecated, cancellationToken))
            {
                DeprecatedUseAnalyzer.AnalyzeNameless(
                    node,
                    model.Value,
                    deprecated,
                    target,
                    Note(node),
                    cancellationToken
                );
            }

            foreach (var node in NamelessUse.Converted(tree, deprecated, cancellationToken))
            {
                DeprecatedUseAnalyzer.AnalyzeConversion(
                    node,
                    NamelessUse.ConversionOf(node, model.Value, cancellationToken),
                    model.Value,
                    deprecated,
                    target,
                    Note(node),
                    cancellationToken
                );
            }

            foreach (var node in RemovedUseAnalyzer.Candidates(tree, removed, cancellationToken))
            {
                if (new RemovedUse(removed, model.Value, cancellationToken).At(node) is { } finding)
                {
                    uses.Add(
                        ManualUse.Note(finding.ToDiagnostic(), node, model.Value, cancellationToken)
                    );
                }
            }

            return uses;

            Action<Diagnostic> Note(SyntaxNode node) =>
                use => uses.Add(ManualUse.Note(use, node, model.Value, cancellationToken));
        }
    }
}
