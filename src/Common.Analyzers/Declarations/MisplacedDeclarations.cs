using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Declarations;

/// <summary>Reports what may bear a declaring attribute but is no member, so that no generator sees it.</summary>
internal static class MisplacedDeclarations
{
    /// <summary>Why a method cannot be a declaration that a generator writes.</summary>
    public const string NotPartial = "it must be partial and have no body";

    /// <summary>Looks at the local functions and lambda expressions of a compilation.</summary>
    /// <param name="context">The compilation.</param>
    /// <param name="attributeType">The attribute that declares.</param>
    /// <param name="rule">Takes the name of the function and the reason.</param>
    public static void Report(
        CompilationStartAnalysisContext context,
        INamedTypeSymbol attributeType,
        DiagnosticDescriptor rule
    ) =>
        context.RegisterOperationAction(
            operation => Report(operation, attributeType, rule),
            OperationKind.LocalFunction,
            OperationKind.AnonymousFunction
        );

    private static void Report(
        OperationAnalysisContext context,
        INamedTypeSymbol attributeType,
        DiagnosticDescriptor rule
    )
    {
        var (function, name) = context.Operation switch
        {
            ILocalFunctionOperation local => (local.Symbol, local.Symbol.Name),
            IAnonymousFunctionOperation lambda => (lambda.Symbol, "lambda expression"),
            _ => (null, string.Empty),
        };
        var attribute = function
            ?.GetAttributes()
            .FirstOrDefault(a =>
                SymbolEqualityComparer.Default.Equals(a.AttributeClass, attributeType)
            );
        if (
            attribute?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is
            { } syntax
        )
        {
            context.ReportDiagnostic(
                Diagnostic.Create(rule, syntax.GetLocation(), name, NotPartial)
            );
        }
    }
}
