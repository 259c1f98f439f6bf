using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Common.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Logging;

/// <summary>CMN3023: reports log events of different assemblies with one ID or one name, when the executable that unites them is built.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServiceEventAnalyzer : DiagnosticAnalyzer
{
    private const string EntryName = "Common.Abstractions.CatalogueEntryAttribute";

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ServiceEventClash,
        title: "Give each log event of a service an ID and a name of its own",
        messageFormat: "Event {0} of '{1}' is also one of '{2}'; an operator could not tell them apart",
        category: "Common.Logging",
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "IDs and names are unique in the whole service, which is looked at when its executable is built.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.ServiceEventClash),
        customTags: WellKnownDiagnosticTags.CompilationEnd
    );

    // The catalogue's entries are written by our own generator, ID and name first.
    private static readonly Regex Head = new(
        "^\\{\"id\":(?<id>[0-9]+),\"name\":\"(?<name>[^\"]*)\"",
        RegexOptions.CultureInvariant,
        Regex.InfiniteMatchTimeout // linear; a limit would fail the build of a machine that was asleep
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
        var compilation = context.Compilation;
        if (
            compilation.Options.OutputKind
                is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication)
            || compilation.GetTypeByMetadataName(EntryName) is not { } entry
        )
        {
            return;
        }

        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var declaring = entry.ContainingAssembly.Name;
        var assemblies = compilation
            .SourceModule.ReferencedAssemblySymbols.Where(assembly =>
                assembly.Modules.Any(module =>
                    module.ReferencedAssemblies.Any(reference => reference.Name == declaring)
                )
            )
            .OrderBy(assembly => assembly.Name, StringComparer.Ordinal)
            .Append(compilation.Assembly);
        foreach (var assembly in assemblies)
        {
            // Within one assembly CMN3011 and CMN3012 say it, with the place.
            var own = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (id, name) in EventsOf(assembly, entry))
            {
                foreach (var key in (string[])[id, $"'{name}'"])
                {
                    if (!own.Add(key))
                    {
                        continue;
                    }

                    if (owners.TryGetValue(key, out var owner))
                    {
                        var place = SymbolEqualityComparer.Default.Equals(
                            assembly,
                            compilation.Assembly
                        )
                            ? PlaceOf(key, compilation, context.CancellationToken)
                            : Location.None;
                        context.ReportDiagnostic(
                            Diagnostic.Create(Rule, place, key, assembly.Name, owner)
                        );
                    }
                    else
                    {
                        owners.Add(key, assembly.Name);
                    }
                }
            }
        }
    }

    /// <summary>Where the executable declares an event itself: at the argument that has the ID or the name.</summary>
    private static Location PlaceOf(
        string key,
        Compilation compilation,
        CancellationToken cancellation
    )
    {
        if (compilation.GetTypeByMetadataName(LogEventReader.AttributeName) is not { } declaring)
        {
            return Location.None;
        }

        return compilation
                .GetSymbolsWithName(_ => true, SymbolFilter.Type, cancellation)
                .SelectMany(type => DeclaredMethods.Of(type, declaring))
                .Where(declared => declared.Attribute.ConstructorArguments.Length == 4)
                .Select(declared =>
                {
                    var arguments = declared.Attribute.ConstructorArguments;
                    var index =
                        FormattableString.Invariant($"{arguments[0].Value}") == key ? 0
                        : $"'{arguments[1].Value}'" == key ? 1
                        : -1;
                    return index < 0
                        ? null
                        : LogEventReader.ArgumentLocation(declared.Attribute, index, cancellation);
                })
                .FirstOrDefault(place => place is not null)
            ?? Location.None;
    }

    private static IEnumerable<(string Id, string Name)> EventsOf(
        IAssemblySymbol assembly,
        INamedTypeSymbol entry
    )
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (
                SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, entry)
                && attribute.ConstructorArguments.Length == 2
                && attribute.ConstructorArguments[0].Value is "event"
                && attribute.ConstructorArguments[1].Value is string json
                && Head.Match(json) is { Success: true } head
            )
            {
                yield return (head.Groups["id"].Value, head.Groups["name"].Value);
            }
        }
    }
}
