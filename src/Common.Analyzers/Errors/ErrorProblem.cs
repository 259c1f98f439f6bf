using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Errors;

/// <summary>One mistake in the declaration of an error.</summary>
internal readonly struct ErrorProblem(
    DiagnosticDescriptor rule,
    Location location,
    params object[] arguments
)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(rule, location, arguments);
}
