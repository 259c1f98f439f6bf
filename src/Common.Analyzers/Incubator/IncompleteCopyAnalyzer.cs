using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.Incubator;

/// <summary>CMN7003: reports files that are missing from a copy, and files in its folder that are not of it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IncompleteCopyAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.IncompleteCopy,
        title: "Keep a copied module complete, and apart from other code",
        messageFormat: "'{0}' {1}",
        category: "Common.Incubator",
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Updates go by the lock file: a missing file comes back, and a file of the service's own can be in the way of one of upstream's.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.IncompleteCopy),
        customTags: WellKnownDiagnosticTags.CompilationEnd
    );

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        // What is copied is marked as generated, to keep others' analyzers out of it.
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
        );
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var modules = CopiedModules.Of(
            context.Compilation,
            context.Options,
            context.CancellationToken
        );
        if (modules.IsEmpty)
        {
            return;
        }

        var trees = new Dictionary<string, SyntaxTree>(StringComparer.Ordinal);
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            trees[CopiedModules.PathOf(tree)] = tree;
        }

        foreach (var module in modules)
        {
            // The copy may be in one project and its tests in another: each looks at what it has a part of.
            var folders = module.Folders.Where(folder =>
                trees.Keys.Any(path => path.StartsWith(folder, StringComparison.Ordinal))
            );
            foreach (var folder in folders)
            {
                foreach (var file in module.Files.Where(f => IsIn(f.Key, folder)))
                {
                    if (!trees.ContainsKey(file.Key) && file.Value.Accepted != "deleted")
                    {
                        Report(
                            context,
                            module.At(file.Value.Place),
                            file.Value.Path,
                            $"of the module '{module.Name}' is missing; restore it, or record that it is not wanted: common incubator accept"
                        );
                    }
                }

                foreach (var tree in trees.Where(t => IsIn(t.Key, folder)))
                {
                    if (!module.Files.ContainsKey(tree.Key))
                    {
                        Report(
                            context,
                            Location.Create(tree.Value, new TextSpan(0, 0)),
                            Path.GetFileName(tree.Key),
                            $"is in the folder of the copied module '{module.Name}', but not of it; move it elsewhere"
                        );
                    }
                }
            }
        }
    }

    private static bool IsIn(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && path.EndsWith(".cs", StringComparison.Ordinal);

    private static void Report(
        CompilationAnalysisContext context,
        Location location,
        string file,
        string fault
    ) => context.ReportDiagnostic(Diagnostic.Create(Rule, location, file, fault));
}
