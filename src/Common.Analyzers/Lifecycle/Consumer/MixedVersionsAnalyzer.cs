using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>CMN1006: finds packages of one library, which are released and tested together, in several versions.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MixedVersionsAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The key of the assembly metadata that says which packages are released together.</summary>
    private const string Key = "CommonLifecycle";

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.MixedVersions,
        title: "Reference the packages of one library in one version",
        messageFormat: "The packages of one library are released together, and this project gets them in several versions: {0}; reference all of them in {1}",
        category: "Common.Lifecycle",
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What was never tested together fails when it runs.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.MixedVersions),
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
        var libraries = Bound(context.Compilation).ToLookup(b => b.Library, b => b);
        foreach (var library in libraries)
        {
            var versions = library
                .GroupBy(b => b.Version, StringComparer.Ordinal)
                .OrderBy(g => g.Max(b => b.Assembly.Identity.Version))
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .ToList();
            if (versions.Count > 1)
            {
                var list = string.Join(
                    ", ",
                    versions.Select(g =>
                        string.Join(
                            ", ",
                            g.Select(b => b.Assembly.Name).OrderBy(n => n, StringComparer.Ordinal)
                        )
                        + " "
                        + g.Key
                    )
                );
                context.ReportDiagnostic(
                    Diagnostic.Create(Rule, Location.None, list, versions[versions.Count - 1].Key)
                );
            }
        }
    }

    // Only what knows our attributes can be bound; asking every assembly of the platform would cost.
    private static IEnumerable<(string Library, string Version, IAssemblySymbol Assembly)> Bound(
        Compilation compilation
    )
    {
        var homes = compilation
            .GetTypesByMetadataName(Deprecation.AttributeName)
            .Select(t => t.ContainingAssembly.Name)
            .ToImmutableHashSet(StringComparer.Ordinal);
        return homes.IsEmpty
            ? []
            : compilation
                .SourceModule.ReferencedAssemblySymbols.Where(a =>
                    homes.Contains(a.Name)
                    || a.Modules.Any(m => m.ReferencedAssemblies.Any(r => homes.Contains(r.Name)))
                )
                .Select(a => (LibraryOf(a), VersionOf(a), a))
                .Where(b => b.Item1 is not null)
                .Select(b => (b.Item1!, b.Item2, b.a));
    }

    /// <summary>Whether two packages are released together, so that CMN1006 says it if they don't fit.</summary>
    internal static bool AreOfOneLibrary(IAssemblySymbol one, IAssemblySymbol other) =>
        LibraryOf(one) is { } library && library == LibraryOf(other);

    private static string? LibraryOf(IAssemblySymbol assembly) =>
        Arguments(assembly, "AssemblyMetadataAttribute")
            .Select(a => a is [{ Value: Key }, { Value: string prefix }] ? prefix : null)
            .FirstOrDefault(p => p is not null);

    // What stands after a plus sign says which commit, which differs without meaning anything.
    private static string VersionOf(IAssemblySymbol assembly) =>
        Arguments(assembly, "AssemblyInformationalVersionAttribute")
            .Select(a => a is [{ Value: string version }] ? version.Split('+')[0] : null)
            .FirstOrDefault()
        ?? assembly.Identity.Version.ToString(fieldCount: 3);

    private static IEnumerable<ImmutableArray<TypedConstant>> Arguments(
        IAssemblySymbol assembly,
        string attribute
    ) =>
        assembly
            .GetAttributes()
            .Where(a => a.AttributeClass?.Name == attribute)
            .Select(a => a.ConstructorArguments);
}
