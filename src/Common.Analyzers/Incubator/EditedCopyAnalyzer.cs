using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.Incubator;

/// <summary>CMN7001: reports copied files that were edited.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EditedCopyAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.EditedCopy,
        title: "Bring edits of a copied module upstream",
        messageFormat: "'{0}' was edited since it was copied from the module '{1}'; bring the edit upstream, or record that it is wanted: common incubator accept",
        category: "Common.Incubator",
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Edits of a copy are merged with each update. Nobody but this service has them, and nobody else looks after them.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.EditedCopy)
    );

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
        );
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var modules = CopiedModules.Of(
                start.Compilation,
                start.Options,
                start.CancellationToken
            );
            if (!modules.IsEmpty)
            {
                start.RegisterSyntaxTreeAction(tree => Analyze(tree, modules));
            }
        });
    }

    private static void Analyze(
        SyntaxTreeAnalysisContext context,
        ImmutableArray<CopiedModule> modules
    )
    {
        var path = CopiedModules.PathOf(context.Tree);
        foreach (var module in modules)
        {
            if (!module.Files.TryGetValue(path, out var file))
            {
                continue;
            }

            var hash = CopyHash.Of(context.Tree.GetText(context.CancellationToken).ToString());
            if (hash != file.Base && hash != file.Accepted)
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        Rule,
                        Location.Create(context.Tree, new TextSpan(0, 0)),
                        SeverityOf(context.Options),
                        additionalLocations: null,
                        properties: null,
                        file.Path,
                        module.Name
                    )
                );
            }
        }
    }

    // A developer may try something; what is merged should be looked at.
    private static DiagnosticSeverity SeverityOf(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(
            "build_property.ContinuousIntegrationBuild",
            out var value
        ) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)
            ? DiagnosticSeverity.Warning
            : DiagnosticSeverity.Info;
}
