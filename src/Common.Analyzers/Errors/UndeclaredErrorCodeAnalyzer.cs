using System.Collections.Concurrent;
using System.Collections.Immutable;
using Common.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Errors;

/// <summary>CMN6005: reports errors made by hand whose code no [Error] of the assembly declares.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndeclaredErrorCodeAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = GuidanceRule.Create(
        RuleIds.UndeclaredErrorCode,
        "Declare every error code",
        "Error code '{0}' is not declared; declare it with [Error] on a partial method and raise that",
        "A code that is not declared is in no catalogue, so that no client, operator or release check knows of it."
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var types = new ExceptionTypes(start.Compilation);
            var attribute = start.Compilation.GetTypeByMetadataName(ErrorReader.AttributeName);
            if (types.ServiceException is not { } exception || attribute is null)
            {
                return;
            }

            var declared = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
            var used = new ConcurrentBag<(string Code, Location Location)>();
            start.RegisterSymbolAction(
                c =>
                {
                    foreach (var (_, found) in DeclaredMethods.Of(c.Symbol, attribute))
                    {
                        if (
                            found.ConstructorArguments.Length > 0
                            && found.ConstructorArguments[0].Value is string code
                        )
                        {
                            declared.TryAdd(code, true);
                        }
                    }
                },
                SymbolKind.NamedType
            );
            start.RegisterOperationAction(
                c =>
                {
                    var creation = (IObjectCreationOperation)c.Operation;
                    if (!SymbolEqualityComparer.Default.Equals(creation.Type, exception))
                    {
                        return;
                    }

                    var argument = creation.Arguments.FirstOrDefault(a =>
                        a.Parameter?.Name == "code"
                    );
                    if (argument?.Value.ConstantValue is { HasValue: true, Value: string code })
                    {
                        used.Add((code, argument.Value.Syntax.GetLocation()));
                    }
                },
                OperationKind.ObjectCreation
            );
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var (code, location) in used)
                {
                    if (!declared.ContainsKey(code))
                    {
                        end.ReportDiagnostic(Diagnostic.Create(Rule, location, code));
                    }
                }
            });
        });
    }
}
