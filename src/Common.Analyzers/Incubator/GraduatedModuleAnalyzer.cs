using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Incubator;

/// <summary>CMN7005: reports copies of modules that have become packages, and the code that uses them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GraduatedModuleAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that says what takes the reported name's place.</summary>
    public const string Replacement = "replacement";

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.GraduatedModule,
        title: "Replace the copy of a graduated module by its package",
        messageFormat: "The module '{0}' has graduated in {1}: use the package {2}; {3}",
        category: "Common.Incubator",
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Copies of a module that has become a package get corrections for one more release, and then none.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.GraduatedModule)
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
            var catalogue = ModuleCatalogue.Of(start.Options, start.CancellationToken);
            foreach (
                var module in CopiedModules.Of(
                    start.Compilation,
                    start.Options,
                    start.CancellationToken
                )
            )
            {
                if (
                    catalogue.TryGetValue(module.Name, out var entry)
                    && entry.HasGraduated
                    && module.Namespace.Length > 0
                )
                {
                    start.RegisterSyntaxNodeAction(
                        c => Analyze(c, module, entry),
                        SyntaxKind.IdentifierName,
                        SyntaxKind.GenericName
                    );
                }
            }
        });
    }

    private static void Analyze(
        SyntaxNodeAnalysisContext context,
        CopiedModule module,
        ModuleEntry entry
    )
    {
        var name = (SimpleNameSyntax)context.Node;
        var text = name.Identifier.ValueText;
        var isLast = module.Namespace.EndsWith("." + text, StringComparison.Ordinal);
        if (
            (!isLast && !entry.Types.ContainsKey(text))
            || module.Holds(CopiedModules.PathOf(name.SyntaxTree))
            || name.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()
                ?.Name.Span.Contains(name.Span) == true
        )
        {
            return;
        }

        var symbol = context
            .SemanticModel.GetSymbolInfo(name, context.CancellationToken)
            .Symbol?.OriginalDefinition;
        if (isLast && symbol is INamespaceSymbol && symbol.ToDisplayString() == module.Namespace)
        {
            Report(context, Whole(name).GetLocation(), module, entry, entry.Namespace);
        }
        else if (
            entry.Types.TryGetValue(text, out var renamed)
            && (symbol as INamedTypeSymbol ?? symbol?.ContainingType) is { } type
            && type.Name == text
            && type.ContainingNamespace.ToDisplayString() == module.Namespace
        )
        {
            Report(context, name.Identifier.GetLocation(), module, entry, renamed);
        }
        else if (
            symbol is null
            && entry.Types.TryGetValue(text, out renamed)
            && IsLeftOver(name, entry)
        )
        {
            Report(context, name.Identifier.GetLocation(), module, entry, renamed);
        }
    }

    // Once its namespace is moved the old name of a type means nothing any more; it is still to be replaced.
    private static bool IsLeftOver(SimpleNameSyntax name, ModuleEntry entry) =>
        name.Parent is QualifiedNameSyntax parent && parent.Right == name
            ? parent.Left.ToString().EndsWith(entry.Namespace, StringComparison.Ordinal)
            : name
                .SyntaxTree.GetRoot()
                .DescendantNodes(node =>
                    node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax
                )
                .OfType<UsingDirectiveSyntax>()
                .Any(directive => directive.Name?.ToString() == entry.Namespace);

    // The namespace's last name stands for all of it: what is reported, and replaced, is the whole.
    private static SyntaxNode Whole(SimpleNameSyntax name) =>
        name.Parent switch
        {
            QualifiedNameSyntax parent when parent.Right == name => parent,
            MemberAccessExpressionSyntax parent when parent.Name == name => parent,
            _ => name,
        };

    private static void Report(
        SyntaxNodeAnalysisContext context,
        Location location,
        CopiedModule module,
        ModuleEntry entry,
        string replacement
    )
    {
        var (severity, outlook) = entry.Age switch
        {
            <= 0 => (
                DiagnosticSeverity.Info,
                $"copies get corrections until the end of {ReleaseNumber.Parse(entry.Graduated).Major + 1}.x"
            ),
            1 => (
                DiagnosticSeverity.Warning,
                "this is the last release with corrections for copies"
            ),
            _ => (DiagnosticSeverity.Error, "copies get no corrections any more"),
        };
        context.ReportDiagnostic(
            Diagnostic.Create(
                Rule,
                location,
                severity,
                additionalLocations: null,
                ImmutableDictionary<string, string?>.Empty.Add(Replacement, replacement),
                module.Name,
                entry.Graduated,
                entry.Package,
                outlook
            )
        );
    }
}
