using System.Collections.Concurrent;
using System.Collections.Immutable;
using Common.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Logging;

/// <summary>CMN3010 to CMN3022: reports what is wrong in declarations of log events.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogEventAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => LogEventRules.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // What is copied is marked as generated, to keep others' analyzers out of it.
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
        );
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (
            context.Compilation.GetTypeByMetadataName(LogEventReader.AttributeName)
            is not { } attributeType
        )
        {
            return;
        }

        var declared = new ConcurrentBag<(IMethodSymbol Method, AttributeData Attribute)>();
        context.RegisterSymbolAction(
            symbol =>
            {
                foreach (
                    var (method, attribute) in DeclaredMethods.Of(symbol.Symbol, attributeType)
                )
                {
                    declared.Add((method, attribute));
                    foreach (
                        var problem in LogEventReader
                            .Read(method, attribute, symbol.CancellationToken)
                            .Problems
                    )
                    {
                        symbol.ReportDiagnostic(problem.ToDiagnostic());
                    }
                }
            },
            SymbolKind.NamedType
        );
        MisplacedDeclarations.Report(context, attributeType, LogEventRules.Method);
        context.RegisterCompilationEndAction(end => ReportDuplicates(end, declared));
    }

    private static void ReportDuplicates(
        CompilationAnalysisContext context,
        IEnumerable<(IMethodSymbol Method, AttributeData Attribute)> declared
    )
    {
        var ids = new Dictionary<int, string>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var ordered = declared
            .Where(item => item.Attribute.ConstructorArguments.Length == 4)
            .OrderBy(
                item => item.Method.Locations[0].SourceTree?.FilePath ?? string.Empty,
                StringComparer.Ordinal
            )
            .ThenBy(item => item.Method.Locations[0].SourceSpan.Start)
            .ToList();
        var taken = new HashSet<int>(
            ordered.Select(item => item.Attribute.ConstructorArguments[0].Value).OfType<int>()
        );
        foreach (var (method, attribute) in ordered)
        {
            if (attribute.ConstructorArguments[0].Value is int id)
            {
                if (ids.TryGetValue(id, out var owner))
                {
                    var free = id;
                    while (!taken.Add(free))
                    {
                        free = free is < 1 or int.MaxValue ? 1 : free + 1;
                    }

                    Report(LogEventRules.DuplicateId, 0, id, owner, free);
                }
                else
                {
                    ids.Add(id, method.Name);
                }
            }

            if (attribute.ConstructorArguments[1].Value is string name)
            {
                if (names.TryGetValue(name, out var owner))
                {
                    Report(LogEventRules.DuplicateName, 1, name, owner);
                }
                else
                {
                    names.Add(name, method.Name);
                }
            }

            void Report(DiagnosticDescriptor rule, int argument, params object[] arguments) =>
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        rule,
                        LogEventReader.ArgumentLocation(
                            attribute,
                            argument,
                            context.CancellationToken
                        ),
                        arguments
                    )
                );
        }
    }
}
