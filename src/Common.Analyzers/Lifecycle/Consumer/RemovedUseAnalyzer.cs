using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>CMN1004: says of what does not exist any more what it was, when it went, and what to use.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RemovedUseAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property that has the line of the removed API.</summary>
    internal const string LineKey = "Line";

    /// <summary>The property that has its replacement.</summary>
    internal const string ReplacementKey = "Replacement";

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.RemovedUse,
        title: "Replace what was removed",
        messageFormat: "'{0}' was removed from {1} in {2}, deprecated since {3}: {4}",
        category: "Common.Lifecycle",
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The packages carry the list of all that they ever shipped deprecated, so that what is gone is not forgotten.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.RemovedUse)
    );

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var removed = RemovedApis.Read(
                start.Options.AdditionalFiles,
                start.Compilation,
                start.CancellationToken
            );
            if (!removed.IsEmpty)
            {
                start.RegisterSyntaxNodeAction(
                    c => Analyze(c, removed),
                    SyntaxKind.IdentifierName,
                    SyntaxKind.GenericName
                );
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, RemovedApis removed)
    {
        var name = (SimpleNameSyntax)context.Node;
        if (
            !removed.HasName(name.Identifier.ValueText)
            || context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol
                is not null
            || removed.Find(name, context.SemanticModel, context.CancellationToken)
                is not var (item, package, release)
            || item.Deprecation is not { } deprecation
        )
        {
            return;
        }

        var properties = UseFacts
            .Of(item.Name, package, deprecation.Since, deprecation.Advice)
            .Add(LineKey, item.Name)
            .Add(ReplacementKey, deprecation.Replacement);
        context.ReportDiagnostic(
            Diagnostic.Create(
                Rule,
                name.GetLocation(),
                properties,
                item.Name,
                package,
                release,
                deprecation.Since,
                deprecation.Advice
            )
        );
    }
}
