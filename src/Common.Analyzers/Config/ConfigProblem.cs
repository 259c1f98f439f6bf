using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Config;

/// <summary>One mistake in the declaration of options.</summary>
internal readonly struct ConfigProblem(
    DiagnosticDescriptor rule,
    Location location,
    params object[] arguments
)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(rule, location, arguments);
}
