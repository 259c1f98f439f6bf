using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>
/// Says in which files <see cref="DeprecatedUseAnalyzer"/> and <see cref="RemovedUseAnalyzer"/> can find anything, by names and syntax
/// alone, so that whoever looks through many files binds few.
/// </summary>
public static class UseCandidates
{
    /// <summary>Gives the files of a compilation that are worth binding.</summary>
    /// <param name="compilation">The code.</param>
    /// <param name="additionalFiles">The lists that the packages carry, as the analyzers get them.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static IEnumerable<SyntaxTree> In(
        Compilation compilation,
        ImmutableArray<AdditionalText> additionalFiles,
        CancellationToken cancellationToken
    )
    {
        var deprecated = DeprecatedApis.In(compilation, cancellationToken);
        var removed = RemovedApis.Read(additionalFiles, compilation, [], cancellationToken);
        var kinds = RemovedUseAnalyzer.Kinds(removed).ToImmutableHashSet();
        if (deprecated.HasConstructors)
        {
            kinds = kinds.Add(SyntaxKind.ImplicitObjectCreationExpression);
        }

        return compilation
            .SyntaxTrees.AsParallel()
            .AsOrdered()
            .Where(tree =>
                deprecated.Names.In(tree, cancellationToken).Any()
                || removed.Names.In(tree, cancellationToken).Any()
                || HasKind(tree, kinds, cancellationToken)
            );
    }

    private static bool HasKind(
        SyntaxTree tree,
        ImmutableHashSet<SyntaxKind> kinds,
        CancellationToken cancellationToken
    ) =>
        !kinds.IsEmpty
        && tree.GetRoot(cancellationToken)
            .DescendantNodes(descendIntoTrivia: true)
            .Any(node => kinds.Contains(node.Kind()));
}
