using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Logging;

/// <summary>One mistake in the declaration of an event.</summary>
internal readonly struct LogEventProblem(
    DiagnosticDescriptor rule,
    Location location,
    params object[] arguments
)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(rule, location, arguments);
}
