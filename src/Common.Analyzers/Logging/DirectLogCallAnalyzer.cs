using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Logging;

/// <summary>CMN3001 and CMN3003: reports calls of the platform's <c>Log…</c> methods, whose level and text were chosen on the spot.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DirectLogCallAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Direct = new(
        RuleIds.DirectLogCall,
        title: "Declare a log event",
        messageFormat: "'{0}' chooses a level and a text on the spot; declare a [LogEvent] and call it",
        category: "Common.Logging",
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A declared event has one name, one level and typed fields wherever it is logged, and operators find it in the catalogue.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.DirectLogCall)
    );

    private static readonly DiagnosticDescriptor Interpolated = new(
        RuleIds.InterpolatedMessage,
        title: "Keep values out of a log message",
        messageFormat: "The message of '{0}' is put together from values, which no search finds again; declare a [LogEvent] with a field for each",
        category: "Common.Logging",
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "An interpolated or concatenated message is formatted even if nobody takes it, and its values are no fields.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.InterpolatedMessage)
    );

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        [Direct, Interpolated];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (
                start.Compilation.GetTypeByMetadataName(LogEventReader.AttributeName) is null
                || start.Compilation.GetTypeByMetadataName(LoggerCall.ExtensionsName)
                    is not { } extensions
            )
            {
                return;
            }

            start.RegisterOperationAction(
                operation => Analyze(operation, extensions),
                OperationKind.Invocation
            );
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol extensions)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!LoggerCall.IsLog(call.TargetMethod, extensions))
        {
            return;
        }

        var message = LoggerCall.Message(call);
        var rule = message is not null && IsPutTogether(message) ? Interpolated : Direct;
        context.ReportDiagnostic(
            Diagnostic.Create(rule, call.Syntax.GetLocation(), call.TargetMethod.Name)
        );
    }

    private static bool IsPutTogether(IOperation message) =>
        !message.ConstantValue.HasValue
        && message
            is IInterpolatedStringOperation
                or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add };
}
