using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.Config;

/// <summary>CMN2011 to CMN2014: compares appsettings*.json with the options that the project and its references declare.</summary>
/// <remarks>
/// The options are those of the catalogue, which the generator has written into the compilation before an analyzer sees it; so no
/// declaration is read a second time.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AppSettingsAnalyzer : DiagnosticAnalyzer
{
    private const string Catalogue = "Common.Abstractions.CatalogueEntryAttribute";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        AppSettingsRules.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var files = context.Options.AdditionalFiles.Where(IsSettings).ToList();
        if (
            files.Count == 0
            || context.Compilation.GetTypeByMetadataName(Catalogue) is not { } entry
        )
        {
            return;
        }

        var declared = new DeclaredOptions();
        foreach (var json in Entries(context.Compilation, entry))
        {
            declared.Add(json);
        }

        declared.Complete();
        var read = new List<(AdditionalText File, SourceText Text, JsonValue Root)>();
        foreach (var file in files)
        {
            if (
                file.GetText(context.CancellationToken) is { } text
                && JsonReader.Read(text.ToString()) is { Kind: JsonValueKind.Object } root
            )
            {
                read.Add((file, text, root));
            }
        }

        var allowed = AllowedKeys.Of(read.Select(item => item.Root));
        foreach (var (file, text, root) in read)
        {
            new AppSettingsWalk(declared, allowed, file.Path, text, context.ReportDiagnostic).Walk(
                root
            );
        }
    }

    private static bool IsSettings(AdditionalText file)
    {
        var name = Path.GetFileName(file.Path);
        return name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase)
            && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Entries(Compilation compilation, INamedTypeSymbol entry) =>
        from assembly in compilation
            .SourceModule.ReferencedAssemblySymbols.Where(assembly =>
                ConfigReferences.Knows(assembly, entry.ContainingAssembly)
            )
            .Append(compilation.Assembly)
        from attribute in assembly.GetAttributes()
        where SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, entry)
        let arguments = attribute.ConstructorArguments
        where arguments.Length == 2 && arguments[0].Value is "config"
        select arguments[1].Value as string ?? string.Empty;
}
