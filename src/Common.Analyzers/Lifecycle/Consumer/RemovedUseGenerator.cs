using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>CMN1004 in declarations: the command-line compiler ends there before it runs analyzers, but always runs generators.</summary>
/// <remarks>
/// It looks at what an analyzer never gets to see, and at nothing else, so that nothing is said twice. It writes no source, and is
/// for builds only: editors do not run outputs of this kind, and have the analyzer for every position.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class RemovedUseGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var lists = context.AdditionalTextsProvider.Where(RemovedApis.IsCarried).Collect();
        context.RegisterImplementationSourceOutput(
            context.CompilationProvider.Combine(lists),
            static (output, pair) => Report(output, pair.Left, pair.Right)
        );
    }

    private static void Report(
        SourceProductionContext output,
        Compilation compilation,
        ImmutableArray<AdditionalText> lists
    )
    {
        if (lists.IsEmpty)
        {
            return;
        }

        var removed = RemovedApis.Read(
            lists,
            compilation,
            new List<(Location, string)>(),
            output.CancellationToken
        );
        if (removed.IsEmpty)
        {
            return;
        }

        foreach (var tree in compilation.SyntaxTrees)
        {
            RemovedUse? use = null;
            foreach (var node in Candidates(tree, removed, output.CancellationToken))
            {
                output.CancellationToken.ThrowIfCancellationRequested();
                use ??= new RemovedUse(
                    removed,
                    compilation.GetSemanticModel(tree),
                    output.CancellationToken
                );
                if (use.At(node) is { } finding)
                {
                    output.ReportDiagnostic(finding.ToDiagnostic());
                }
            }
        }
    }

    private static IEnumerable<SyntaxNode> Candidates(
        SyntaxTree tree,
        RemovedApis removed,
        CancellationToken cancellationToken
    )
    {
        var names = removed.Names.In(tree, cancellationToken).Where(DeclarationNodes.Contain);
        return RemovedUse.HasCandidates(removed)
            ? names.Concat(
                DeclarationNodes
                    .Of(tree.GetRoot(cancellationToken))
                    .Where(n => RemovedUse.IsCandidate(n, removed))
            )
            : names;
    }
}
