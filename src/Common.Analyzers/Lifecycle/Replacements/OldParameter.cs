using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Analyzers.Lifecycle.Replacements;

/// <summary>A parameter of an API that goes away.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">What it is if nothing is given, as source; <see langword="null"/> if something must be given.</param>
/// <param name="IsParams">Whether it takes the rest of the arguments.</param>
/// <param name="Type">Its type with all its namespaces, where it is known from a line of the record only.</param>
internal sealed record OldParameter(
    string Name,
    string? Default,
    bool IsParams,
    string? Type = null
)
{
    /// <summary>Describes a symbol.</summary>
    public static OldParameter Of(IParameterSymbol parameter) =>
        new(
            parameter.Name,
            parameter.HasExplicitDefaultValue ? Literal(parameter) : null,
            parameter.IsParams
        );

    private static string Literal(IParameterSymbol parameter) =>
        parameter.ExplicitDefaultValue switch
        {
            null => "default",
            _ when parameter.Type.TypeKind == TypeKind.Enum =>
                $"({parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}){parameter.ExplicitDefaultValue}",
            var value => SymbolDisplay.FormatPrimitive(
                value,
                quoteStrings: true,
                useHexadecimalNumbers: false
            ) ?? "default",
        };
}
