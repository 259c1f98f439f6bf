using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Incubator;

/// <summary>CMN7006: reports a copy of a module in a project that has the module's package, too.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CopyBesidePackageAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.CopyBesidePackage,
        title: "Have a copy of a module or its package, not both",
        messageFormat: "The project has the package {0} and a copy of the module '{1}', which has become that package; move the code over, then run: common incubator graduate {1}",
        category: "Common.Incubator",
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Two versions of the same types in one project are taken for one another.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.CopyBesidePackage),
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
            if (
                catalogue.TryGetValue(module.Name, out var entry)
                && entry.HasGraduated
                && IsReferenced(context.Compilation, entry.Namespace)
            )
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(Rule, module.At(module.Place), entry.Package, module.Name)
                );
            }
        }
    }

    // By namespace, not by assembly: a publisher may put a prefix before the assembly's name.
    private static bool IsReferenced(Compilation compilation, string name)
    {
        INamespaceSymbol? current = compilation.GlobalNamespace;
        foreach (var part in name.Split('.'))
        {
            current = current?.GetNamespaceMembers().FirstOrDefault(member => member.Name == part);
        }

        return current is not null
            && current.ConstituentNamespaces.Any(part =>
                !SymbolEqualityComparer.Default.Equals(
                    part.ContainingAssembly,
                    compilation.Assembly
                )
                && part.GetTypeMembers().Length > 0
            );
    }
}
