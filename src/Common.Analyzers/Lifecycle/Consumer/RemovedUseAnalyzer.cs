using System.Collections.Immutable;
using Common.Analyzers.Lifecycle.Author;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>CMN1004: says of what does not exist any more what it was, when it went, and what to use, wherever it is used.</summary>
/// <remarks>The command-line compiler does not get as far as analyzers where a declaration is wrong: see <see cref="RemovedUseGenerator"/>.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RemovedUseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        [RemovedFinding.Rule, AuthorRules.InvalidRecord];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (!start.Options.AdditionalFiles.Any(RemovedApis.IsCarried))
        {
            return;
        }

        var errors = new List<(Location Location, string Rule)>();
        var removed = RemovedApis.Read(
            start.Options.AdditionalFiles,
            start.Compilation,
            errors,
            start.CancellationToken
        );
        if (errors.Count > 0)
        {
            start.RegisterCompilationEndAction(end => AuthorRules.ReportInvalid(end, errors));
        }

        if (removed.IsEmpty)
        {
            return;
        }

        start.RegisterSemanticModelAction(file =>
        {
            foreach (
                var name in removed.Names.In(file.SemanticModel.SyntaxTree, file.CancellationToken)
            )
            {
                Analyze(
                    name,
                    file.SemanticModel,
                    removed,
                    file.ReportDiagnostic,
                    file.CancellationToken
                );
            }
        });
        var kinds = Kinds(removed).ToImmutableArray();
        if (!kinds.IsEmpty)
        {
            start.RegisterSyntaxNodeAction(
                c =>
                    Analyze(
                        c.Node,
                        c.SemanticModel,
                        removed,
                        c.ReportDiagnostic,
                        c.CancellationToken
                    ),
                kinds
            );
        }
    }

    /// <summary>What has no name of its own: operators, indexers, and constructors that are called by `new()` or `base`.</summary>
    private static IEnumerable<SyntaxKind> Kinds(RemovedApis removed)
    {
        IEnumerable<SyntaxKind> kinds = [];
        if (removed.HasConstructors)
        {
            kinds = kinds
                .Append(SyntaxKind.ImplicitObjectCreationExpression)
                .Append(SyntaxKind.BaseConstructorInitializer);
        }

        if (removed.HasIndexers)
        {
            kinds = kinds.Append(SyntaxKind.ElementAccessExpression);
        }

        return removed.HasOperators ? kinds.Concat(NamelessUse.Operators) : kinds;
    }

    /// <summary>The nodes of a file that are worth binding.</summary>
    internal static IEnumerable<SyntaxNode> Candidates(
        SyntaxTree tree,
        RemovedApis removed,
        CancellationToken cancellationToken
    )
    {
        if (removed.IsEmpty)
        {
            return [];
        }

        var names = removed.Names.In(tree, cancellationToken);
        var kinds = Kinds(removed).ToImmutableHashSet();
        return kinds.IsEmpty
            ? names
            : names.Concat(
                tree.GetRoot(cancellationToken)
                    .DescendantNodes()
                    .Where(n => kinds.Contains(n.Kind()))
            );
    }

    private static void Analyze(
        SyntaxNode node,
        SemanticModel model,
        RemovedApis removed,
        Action<Diagnostic> report,
        CancellationToken cancellationToken
    )
    {
        if (new RemovedUse(removed, model, cancellationToken).At(node) is { } finding)
        {
            report(finding.ToDiagnostic());
        }
    }
}
