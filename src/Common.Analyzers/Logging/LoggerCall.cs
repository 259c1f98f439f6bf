using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Logging;

/// <summary>What the rules on the platform's own log methods share.</summary>
internal static class LoggerCall
{
    public const string ExtensionsName = "Microsoft.Extensions.Logging.LoggerExtensions";

    /// <summary>Whether a method is one of the platform's <c>Log…</c> extension methods.</summary>
    public static bool IsLog(IMethodSymbol method, INamedTypeSymbol extensions) =>
        method.Name.StartsWith("Log", StringComparison.Ordinal)
        && SymbolEqualityComparer.Default.Equals(
            (method.ReducedFrom ?? method).ContainingType,
            extensions
        );

    /// <summary>The argument that is the message.</summary>
    public static IOperation? Message(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "message")?.Value;
}
