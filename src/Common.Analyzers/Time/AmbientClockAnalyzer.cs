using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Time;

/// <summary>CMN4001: reports reads of the machine's clock that a test cannot control.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AmbientClockAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.AmbientClock,
        title: "Read the time from a clock",
        messageFormat: "'{0}' reads the machine's clock; take an IClock or a TimeProvider instead",
        category: "Common.Time",
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Code that reads the machine's clock directly cannot be tested at a chosen time.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.AmbientClock)
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
            var clocks = new AmbientClocks(start.Compilation);
            start.RegisterOperationAction(
                c => AnalyzeProperty(c, clocks),
                OperationKind.PropertyReference
            );
            start.RegisterOperationAction(c => AnalyzeCall(c, clocks), OperationKind.Invocation);
        });
    }

    private static void AnalyzeProperty(OperationAnalysisContext context, AmbientClocks clocks)
    {
        var property = ((IPropertyReferenceOperation)context.Operation).Property;
        if (clocks.IsReading(property) && !IsInNameOf(context.Operation))
        {
            Report(context, property.ContainingType.Name + "." + property.Name);
        }
    }

    private static void AnalyzeCall(OperationAnalysisContext context, AmbientClocks clocks)
    {
        // Handing the machine's clock on is how a clock is chosen; calling it on the spot is what a test cannot control.
        var call = (IInvocationOperation)context.Operation;
        if (
            call.Instance is IPropertyReferenceOperation { Property: var clock }
            && clocks.IsClock(clock)
        )
        {
            Report(context, $"{clock.ContainingType.Name}.{clock.Name}.{call.TargetMethod.Name}");
        }
    }

    private static void Report(OperationAnalysisContext context, string what) =>
        context.ReportDiagnostic(
            Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), what)
        );

    private static bool IsInNameOf(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is INameOfOperation)
            {
                return true;
            }
        }

        return false;
    }
}
