using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Incubator;

/// <summary>CMN7004: says which changes of a module's API the next update brings.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApiAheadAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ApiAhead,
        title: "Expect changes of a copied module's API",
        messageFormat: "'{0}' {1} changes its API: {2}",
        category: "Common.Incubator",
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "An incubating module may change in any release. What changes is said before the update.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.ApiAhead),
        customTags: WellKnownDiagnosticTags.CompilationEnd
    );

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var catalogue = ModuleCatalogue.Of(context.Options, context.CancellationToken);
        foreach (
            var module in CopiedModules.Of(
                context.Compilation,
                context.Options,
                context.CancellationToken
            )
        )
        {
            if (!catalogue.TryGetValue(module.Name, out var entry))
            {
                continue;
            }

            foreach (var change in entry.After(module.Version))
            {
                foreach (var api in change.Api)
                {
                    context.ReportDiagnostic(
                        Diagnostic.Create(
                            Rule,
                            module.At(module.Place),
                            module.Name,
                            change.Release,
                            api.TrimEnd('.')
                        )
                    );
                }
            }
        }
    }
}
