using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>CMN1001 to CMN1003: reports uses of what referenced packages declare deprecated.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeprecatedUseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        [
            DeprecatedUseRules.Deprecated,
            DeprecatedUseRules.LastRelease,
            DeprecatedUseRules.GoneInTarget,
        ];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var apis = DeprecatedApis.In(start.Compilation, start.CancellationToken);
            if (apis.IsEmpty)
            {
                return;
            }

            var target = Release.TryParse(
                LifecycleOptions.Property(start.Options, "CommonTargetRelease")
            );
            start.RegisterSemanticModelAction(file =>
            {
                var model = file.SemanticModel;
                foreach (var name in apis.Names.In(model.SyntaxTree, file.CancellationToken))
                {
                    Analyze(
                        name,
                        model,
                        apis,
                        target,
                        file.ReportDiagnostic,
                        file.CancellationToken
                    );
                }
            });
            var kinds = NamelessUse.Kinds(apis);
            if (!kinds.IsEmpty)
            {
                start.RegisterSyntaxNodeAction(
                    c =>
                    {
                        foreach (var node in NamelessUse.Parts(c.Node))
                        {
                            AnalyzeNameless(
                                node,
                                c.SemanticModel,
                                apis,
                                target,
                                c.ReportDiagnostic,
                                c.CancellationToken
                            );
                        }
                    },
                    kinds
                );
            }

            if (apis.HasConversions)
            {
                start.RegisterOperationAction(
                    c =>
                    {
                        if (c.Operation is IConversionOperation { IsImplicit: true } conversion)
                        {
                            AnalyzeConversion(
                                conversion.Operand.Syntax,
                                conversion.OperatorMethod,
                                conversion.SemanticModel!,
                                apis,
                                target,
                                c.ReportDiagnostic,
                                c.CancellationToken
                            );
                        }
                    },
                    OperationKind.Conversion
                );
            }
        });
    }

    /// <summary>Reports what the name at a node uses.</summary>
    internal static void Analyze(
        SyntaxNode node,
        SemanticModel model,
        DeprecatedApis apis,
        Release? target,
        Action<Diagnostic> report,
        CancellationToken cancellationToken
    ) =>
        Report(
            DeprecatedUse.SymbolsAt(node, model, cancellationToken),
            node,
            Overrides.NameOf(node)?.GetLocation() ?? node.GetLocation(),
            model,
            apis,
            target,
            report,
            cancellationToken
        );

    /// <summary>Reports what a node uses without a name.</summary>
    internal static void AnalyzeNameless(
        SyntaxNode node,
        SemanticModel model,
        DeprecatedApis apis,
        Release? target,
        Action<Diagnostic> report,
        CancellationToken cancellationToken
    ) =>
        Report(
            NamelessUse.SymbolsAt(node, model, cancellationToken),
            node,
            NamelessUse.PlaceOf(node),
            model,
            apis,
            target,
            report,
            cancellationToken
        );

    /// <summary>Reports the conversion that an expression goes through without being asked to.</summary>
    internal static void AnalyzeConversion(
        SyntaxNode node,
        IMethodSymbol? conversion,
        SemanticModel model,
        DeprecatedApis apis,
        Release? target,
        Action<Diagnostic> report,
        CancellationToken cancellationToken
    ) =>
        Report(
            conversion is null ? [] : [conversion],
            node,
            node.GetLocation(),
            model,
            apis,
            target,
            report,
            cancellationToken
        );

    private static void Report(
        IEnumerable<ISymbol> symbols,
        SyntaxNode node,
        Location place,
        SemanticModel model,
        DeprecatedApis apis,
        Release? target,
        Action<Diagnostic> report,
        CancellationToken cancellationToken
    )
    {
        foreach (var symbol in symbols)
        {
            if (
                apis.Find(symbol) is { } found
                && !DeprecatedCode.Has(node, model, cancellationToken)
            )
            {
                report(Of(place, found.Symbol, found.Deprecation, target));
                return;
            }
        }
    }

    private static Diagnostic Of(
        Location place,
        ISymbol symbol,
        Deprecation deprecation,
        Release? target
    )
    {
        var rule = DeprecatedUseRules.Deprecated;
        var removal = "a later release";
        if (Release.TryParse(deprecation.Since) is { } since)
        {
            removal = since.Removal.ToString();
            if (target is not null && since.Removal.IsNotAfter(target))
            {
                rule = DeprecatedUseRules.GoneInTarget;
            }
            else if (symbol.ContainingAssembly.Identity.Version.Major == since.Major + 1)
            {
                rule = DeprecatedUseRules.LastRelease;
            }
        }

        return Diagnostic.Create(
            rule,
            place,
            UseFacts.Of(symbol, deprecation),
            DeprecatedUse.InMessage(symbol),
            deprecation.Since,
            removal,
            deprecation.Advice,
            target?.ToString()
        );
    }
}
