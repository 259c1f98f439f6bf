using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Config;

/// <summary>CMN2001 to CMN2005: reports what is wrong in declarations of options.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigSectionAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ConfigRules.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (
                start.Compilation.GetTypeByMetadataName(ConfigTypeReader.SectionAttribute)
                is not { } attributeType
            )
            {
                return;
            }

            var keys = new ConcurrentBag<(string Key, IPropertySymbol Property)>();
            start.RegisterSymbolAction(
                symbol => Analyze(symbol, attributeType, keys),
                SymbolKind.NamedType
            );
            start.RegisterCompilationEndAction(end => ReportDuplicates(end, keys));
        });
    }

    private static void Analyze(
        SymbolAnalysisContext context,
        INamedTypeSymbol attributeType,
        ConcurrentBag<(string Key, IPropertySymbol Property)> keys
    )
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var attribute = type.GetAttributes()
            .FirstOrDefault(a =>
                SymbolEqualityComparer.Default.Equals(a.AttributeClass, attributeType)
            );
        if (attribute is null)
        {
            return;
        }

        var (model, problems) = ConfigSectionReader.Read(
            type,
            attribute,
            context.Compilation,
            context.CancellationToken
        );
        foreach (var problem in problems)
        {
            context.ReportDiagnostic(problem.ToDiagnostic());
        }

        if (model is not { Path.Length: > 0 })
        {
            return;
        }

        foreach (var option in model.Options)
        {
            if (
                type.GetMembers(option.Name).OfType<IPropertySymbol>().FirstOrDefault()
                is not { } property
            )
            {
                continue;
            }

            keys.Add((model.Path + ":" + option.Name, property));
            foreach (var older in option.DeprecatedKeys)
            {
                keys.Add((older.Path, property));
            }
        }
    }

    private static void ReportDuplicates(
        CompilationAnalysisContext context,
        IEnumerable<(string Key, IPropertySymbol Property)> keys
    )
    {
        var owners = new Dictionary<string, IPropertySymbol>(StringComparer.OrdinalIgnoreCase);
        foreach (
            var (key, property) in keys.OrderBy(
                    item => item.Property.Locations[0].SourceTree?.FilePath ?? string.Empty,
                    StringComparer.Ordinal
                )
                .ThenBy(item => item.Property.Locations[0].SourceSpan.Start)
        )
        {
            if (owners.TryGetValue(key, out var owner))
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        ConfigRules.DuplicateKey,
                        property.Locations[0],
                        key,
                        $"{owner.ContainingType.Name}.{owner.Name}"
                    )
                );
            }
            else
            {
                owners.Add(key, property);
            }
        }
    }
}
