using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Time;

/// <summary>CMN4004: reports comparisons with a Stopwatch, which no test can bring about.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StopwatchTimeoutAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.StopwatchTimeout,
        title: "Measure time limits on a TimeProvider",
        messageFormat: "This decides by a Stopwatch, which a test cannot move; use a Deadline, or GetElapsedTime of a TimeProvider",
        category: "Common.Time",
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A Stopwatch may measure how long work took; where it decides that the time is up, a test cannot make it so.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.StopwatchTimeout)
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
            var stopwatch = start.Compilation.GetTypeByMetadataName("System.Diagnostics.Stopwatch");
            if (stopwatch is null)
            {
                return;
            }

            start.RegisterOperationAction(
                c =>
                {
                    var comparison = (IBinaryOperation)c.Operation;
                    if (
                        comparison.OperatorKind
                            is BinaryOperatorKind.LessThan
                                or BinaryOperatorKind.LessThanOrEqual
                                or BinaryOperatorKind.GreaterThan
                                or BinaryOperatorKind.GreaterThanOrEqual
                        && (
                            IsElapsed(comparison.LeftOperand, stopwatch)
                            || IsElapsed(comparison.RightOperand, stopwatch)
                        )
                    )
                    {
                        c.ReportDiagnostic(
                            Diagnostic.Create(Rule, comparison.Syntax.GetLocation())
                        );
                    }
                },
                OperationKind.Binary
            );
        });
    }

    private static bool IsElapsed(IOperation operand, INamedTypeSymbol stopwatch)
    {
        while (operand is IConversionOperation conversion)
        {
            operand = conversion.Operand;
        }

        ISymbol? member = operand switch
        {
            // Elapsed.TotalSeconds and the like
            IPropertyReferenceOperation { Instance: IPropertyReferenceOperation inner }
                when IsElapsed(inner, stopwatch) => inner.Property,
            IPropertyReferenceOperation property => property.Property,
            IInvocationOperation { TargetMethod: { Name: "GetElapsedTime" } method } => method,
            _ => null,
        };
        return SymbolEqualityComparer.Default.Equals(member?.ContainingType, stopwatch);
    }
}
