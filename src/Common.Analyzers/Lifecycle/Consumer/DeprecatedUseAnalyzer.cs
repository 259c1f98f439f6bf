using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

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
            if (apis.HasConstructors)
            {
                start.RegisterSyntaxNodeAction(
                    c =>
                        Analyze(
                            c.Node,
                            c.SemanticModel,
                            apis,
                            target,
                            c.ReportDiagnostic,
                            c.CancellationToken
                        ),
                    SyntaxKind.ImplicitObjectCreationExpression
                );
            }
        });
    }

    /// <summary>The nodes of a file that are worth binding.</summary>
    internal static IEnumerable<SyntaxNode> Candidates(
        SyntaxTree tree,
        DeprecatedApis apis,
        CancellationToken cancellationToken
    )
    {
        if (apis.IsEmpty)
        {
            return [];
        }

        var names = apis.Names.In(tree, cancellationToken);
        return apis.HasConstructors
            ? names.Concat(
                tree.GetRoot(cancellationToken)
                    .DescendantNodes()
                    .OfType<ImplicitObjectCreationExpressionSyntax>()
            )
            : names;
    }

    /// <summary>Reports what a node uses.</summary>
    internal static void Analyze(
        SyntaxNode node,
        SemanticModel model,
        DeprecatedApis apis,
        Release? target,
        Action<Diagnostic> report,
        CancellationToken cancellationToken
    )
    {
        foreach (var symbol in DeprecatedUse.SymbolsAt(node, model, cancellationToken))
        {
            if (
                apis.Find(symbol) is { } found
                && !IsInDeprecatedCode(model, node, cancellationToken)
            )
            {
                report(Of(node, found.Symbol, found.Deprecation, target));
                return;
            }
        }
    }

    private static Diagnostic Of(
        SyntaxNode node,
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

        var place = node is ImplicitObjectCreationExpressionSyntax creation
            ? creation.NewKeyword.GetLocation()
            : (Overrides.NameOf(node)?.GetLocation() ?? node.GetLocation());
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

    // As the compiler does with [Obsolete]: what goes away may use what goes away.
    private static bool IsInDeprecatedCode(
        SemanticModel model,
        SyntaxNode node,
        CancellationToken cancellationToken
    )
    {
        for (
            var s =
                node is MemberDeclarationSyntax
                    ? model.GetDeclaredSymbol(node, cancellationToken)
                    : model.GetEnclosingSymbol(node.SpanStart, cancellationToken);
            s is not null and not INamespaceSymbol;
            s = s.ContainingSymbol
        )
        {
            if (
                s.GetAttributes()
                    .Any(a => Deprecation.Is(a) || a.AttributeClass?.Name == "ObsoleteAttribute")
            )
            {
                return true;
            }
        }

        return false;
    }
}
