using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Incubator;

/// <summary>CMN7002: reports copies that are behind their module.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BehindCopyAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.BehindCopy,
        title: "Keep a copied module up to date",
        messageFormat: "The copy of '{0}' is at {1}, behind by {2}; run: common incubator update {0}",
        category: "Common.Incubator",
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A copy gets corrections only by an update, and small steps merge better than large ones.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.BehindCopy),
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
            var count = catalogue.TryGetValue(module.Name, out var entry)
                ? entry.After(module.Version).Count()
                : 0;
            if (count > 0)
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        Rule,
                        module.At(module.Place),
                        module.Name,
                        module.Version,
                        count == 1 ? "1 release" : $"{count} releases"
                    )
                );
            }
        }
    }
}
