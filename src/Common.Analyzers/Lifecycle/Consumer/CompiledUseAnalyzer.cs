using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>CMN1005: finds compiled libraries that use what the referenced release of a package does not have any more.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CompiledUseAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.CompiledUse,
        title: "A compiled library uses what was removed",
        messageFormat: "{0} was built against {1} {2} and uses '{3}', which {1} {4} does not have: update {0}, or stay with {1} {2}",
        category: "Common.Lifecycle",
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "It would fail when it runs, with a MissingMethodException or a TypeLoadException.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.CompiledUse),
        customTags: WellKnownDiagnosticTags.CompilationEnd
    );

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(static c =>
            Find(c.Compilation, c.Options.AdditionalFiles, c.ReportDiagnostic, c.CancellationToken)
        );
    }

    /// <summary>Reports what the compiled libraries of a project use.</summary>
    internal static void Find(
        Compilation compilation,
        ImmutableArray<AdditionalText> additionalFiles,
        Action<Diagnostic> report,
        CancellationToken cancellationToken
    )
    {
        // Only a package that ever deprecated something can have removed anything.
        var packages = RemovedApis.Packages(additionalFiles).ToImmutableHashSet();
        if (packages.IsEmpty)
        {
            return;
        }

        var assemblies = compilation
            .SourceModule.ReferencedAssemblySymbols.GroupBy(a => a.Name)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var user in assemblies.Values)
        {
            foreach (var needed in user.Modules.SelectMany(m => m.ReferencedAssemblies))
            {
                if (
                    packages.Contains(needed.Name)
                    && assemblies.TryGetValue(needed.Name, out var package)
                    && needed.Version.Major < package.Identity.Version.Major
                    && !MixedVersionsAnalyzer.AreOfOneLibrary(user, package)
                )
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Report(report, user, needed, package);
                }
            }
        }
    }

    private static void Report(
        Action<Diagnostic> report,
        IAssemblySymbol user,
        AssemblyIdentity needed,
        IAssemblySymbol package
    )
    {
        foreach (var missing in MissingMembers.Of(user, package))
        {
            report(
                Diagnostic.Create(
                    Rule,
                    Location.None,
                    UseFacts
                        .Of(missing, package.Name, since: null, $"update {user.Name}")
                        .Add(UseFacts.Manual, "it is compiled"),
                    user.Name,
                    package.Name,
                    needed.Version.ToString(fieldCount: 2),
                    missing,
                    package.Identity.Version.ToString(fieldCount: 2)
                )
            );
        }
    }
}
