using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Time;

/// <summary>CMN4002: reports times that depend on the zone that the machine is set to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LocalTimeAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.LocalTime,
        title: "Keep times in UTC",
        messageFormat: "'{0}' depends on the zone of the machine; keep times in UTC and name the zone where people read them",
        category: "Common.Time",
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A service runs on machines in several zones, and the local hour repeats once a year.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.LocalTime)
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
            var members = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var (type, names) in LocalTimes.Members)
            {
                foreach (var name in names)
                {
                    members.UnionWith(
                        start.Compilation.GetTypeByMetadataName(type)?.GetMembers(name) ?? []
                    );
                }
            }

            start.RegisterOperationAction(
                c => Check(c, members, ((IPropertyReferenceOperation)c.Operation).Property),
                OperationKind.PropertyReference
            );
            start.RegisterOperationAction(
                c => Check(c, members, ((IInvocationOperation)c.Operation).TargetMethod),
                OperationKind.Invocation
            );
        });
    }

    private static void Check(
        OperationAnalysisContext context,
        HashSet<ISymbol> members,
        ISymbol symbol
    )
    {
        if (members.Contains(symbol))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Rule,
                    context.Operation.Syntax.GetLocation(),
                    symbol.ContainingType.Name + "." + symbol.Name
                )
            );
        }
    }
}
