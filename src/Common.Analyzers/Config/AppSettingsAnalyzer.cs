using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Config;

/// <summary>CMN2011 to CMN2014: compares appsettings*.json with the options that the project and its references declare.</summary>
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
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var files = context.Options.AdditionalFiles.Where(IsSettings).ToList();
        if (
            files.Count == 0
            || context.Compilation.GetTypeByMetadataName(ConfigTypeReader.SectionAttribute)
                is not { } attributeType
        )
        {
            return;
        }

        var own = new ConcurrentBag<string>();
        context.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                var attribute = type.GetAttributes()
                    .FirstOrDefault(a =>
                        SymbolEqualityComparer.Default.Equals(a.AttributeClass, attributeType)
                    );
                if (
                    attribute is not null
                    && ConfigSectionReader
                        .Read(type, attribute, symbol.Compilation, symbol.CancellationToken)
                        .Model
                        is { } model
                )
                {
                    own.Add(ConfigCatalogue.Entry(model));
                }
            },
            SymbolKind.NamedType
        );
        context.RegisterCompilationEndAction(end => Compare(end, files, own));
    }

    private static bool IsSettings(AdditionalText file)
    {
        var name = Path.GetFileName(file.Path);
        return name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase)
            && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
    }

    private static void Compare(
        CompilationAnalysisContext context,
        IEnumerable<AdditionalText> files,
        IEnumerable<string> own
    )
    {
        var declared = new DeclaredOptions();
        foreach (var json in own.Concat(Referenced(context.Compilation)))
        {
            declared.Add(json);
        }

        foreach (var file in files)
        {
            if (
                file.GetText(context.CancellationToken) is { } text
                && JsonReader.Read(text.ToString()) is { Kind: JsonValueKind.Object } root
            )
            {
                new AppSettingsWalk(declared, file.Path, text, context.ReportDiagnostic).Walk(root);
            }
        }
    }

    private static IEnumerable<string> Referenced(Compilation compilation) =>
        from assembly in compilation.SourceModule.ReferencedAssemblySymbols
        where ConfigReferences.MayDeclare(assembly, compilation)
        from attribute in assembly.GetAttributes()
        where attribute.AttributeClass?.ToDisplayString() == Catalogue
        let arguments = attribute.ConstructorArguments
        where arguments.Length == 2 && arguments[0].Value is "config"
        select arguments[1].Value as string ?? string.Empty;
}
