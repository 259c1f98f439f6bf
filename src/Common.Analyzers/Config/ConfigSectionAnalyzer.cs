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
        // What is copied is marked as generated, to keep others' analyzers out of it.
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
        );
        context.RegisterCompilationStartAction(static start =>
        {
            if (
                start.Compilation.GetTypeByMetadataName(ConfigTypeReader.SectionAttribute)
                is not { } attributeType
            )
            {
                return;
            }

            var keys = new ConcurrentBag<ConfigKey>();
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
        ConcurrentBag<ConfigKey> keys
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

        foreach (
            var key in new ConfigKeys(context.Compilation, context.CancellationToken).Of(
                type,
                model
            )
        )
        {
            keys.Add(key);
        }
    }

    private static void ReportDuplicates(
        CompilationAnalysisContext context,
        IEnumerable<ConfigKey> keys
    )
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (
            var key in keys.OrderBy(
                    item => item.Place.SourceTree?.FilePath ?? string.Empty,
                    StringComparer.Ordinal
                )
                .ThenBy(item => item.Place.SourceSpan.Start)
        )
        {
            if (owners.TryGetValue(key.Path, out var owner))
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(ConfigRules.DuplicateKey, key.Place, key.Path, owner)
                );
            }
            else
            {
                owners.Add(key.Path, key.Owner);
            }
        }
    }
}
