using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Context;

/// <summary>CMN5002: reports async void methods that are no event handlers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AsyncVoidAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.AsyncVoid,
        title: "Return a Task",
        messageFormat: "'{0}' is async void: nobody can await it, and its exceptions end the process; return a Task",
        category: "Common.Context",
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The request goes on, and ends, before such a method does.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.AsyncVoid)
    );

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var arguments = start.Compilation.GetTypeByMetadataName("System.EventArgs");
            start.RegisterSymbolAction(
                c =>
                {
                    var method = (IMethodSymbol)c.Symbol;
                    if (
                        method is { IsAsync: true, ReturnsVoid: true }
                        && !IsEventHandler(method, arguments)
                    )
                    {
                        c.ReportDiagnostic(
                            Diagnostic.Create(Rule, method.Locations[0], method.Name)
                        );
                    }
                },
                SymbolKind.Method
            );
        });
    }

    private static bool IsEventHandler(IMethodSymbol method, INamedTypeSymbol? arguments)
    {
        if (method.Parameters.Length != 2 || arguments is null)
        {
            return false;
        }

        for (ITypeSymbol? type = method.Parameters[1].Type; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, arguments))
            {
                return true;
            }
        }

        return false;
    }
}
