using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Errors;

/// <summary>What the rules look for in a compilation.</summary>
internal sealed class ExceptionTypes(Compilation compilation)
{
    public INamedTypeSymbol? Exception { get; } =
        compilation.GetTypeByMetadataName("System.Exception");

    public INamedTypeSymbol? ServiceException { get; } =
        compilation.GetTypeByMetadataName("Common.Exceptions.ServiceException");

    private readonly INamedTypeSymbol? _logger = compilation.GetTypeByMetadataName(
        "Microsoft.Extensions.Logging.ILogger"
    );

    private readonly INamedTypeSymbol? _logEvent = compilation.GetTypeByMetadataName(
        "Common.Abstractions.LogEventAttribute"
    );

    public bool IsException(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, Exception))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a call writes a record: on an ILogger, as an extension of one, or by a declared event.</summary>
    public bool IsLogCall(IMethodSymbol method) =>
        (method.ReducedFrom ?? method) is var called
        && (
            IsLogger(called.ContainingType)
            || (
                called.IsExtensionMethod
                && called.Parameters.Length > 0
                && IsLogger(called.Parameters[0].Type)
                && called.Name != "BeginScope"
            )
            || called
                .GetAttributes()
                .Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, _logEvent))
        )
        && called.Name is not ("BeginScope" or "IsEnabled");

    private bool IsLogger(ITypeSymbol? type) =>
        _logger is not null
        && type is not null
        && (
            SymbolEqualityComparer.Default.Equals(type, _logger)
            || type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i, _logger))
        );
}
