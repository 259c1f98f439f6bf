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

    /// <summary>A number as C# writes it, from what a line of the public API says of a default.</summary>
    /// <param name="type">The type, as a keyword.</param>
    /// <param name="text">The number.</param>
    public static string Number(string type, string text)
    {
        var suffix = type.TrimEnd('?') switch
        {
            "float" => "F",
            "double" => "D",
            "decimal" => "M",
            _ => null,
        };
        return suffix is null || text is "null"
            ? text
            : text switch
            {
                "NaN" => type.TrimEnd('?') + ".NaN",
                "Infinity" => type.TrimEnd('?') + ".PositiveInfinity",
                "-Infinity" => type.TrimEnd('?') + ".NegativeInfinity",
                _ => text + suffix,
            };
    }

    private static string Literal(IParameterSymbol parameter)
    {
        var type = parameter.Type
            is INamedTypeSymbol
            {
                OriginalDefinition.SpecialType: SpecialType.System_Nullable_T,
                TypeArguments: [var inner]
            }
            ? inner
            : parameter.Type;
        return parameter.ExplicitDefaultValue switch
        {
            null => "default",
            var value when type.TypeKind == TypeKind.Enum =>
                $"({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})({value})",
            var value when SymbolDisplay.FormatPrimitive(value, true, false) is { } text => Number(
                type.ToDisplayString(),
                text
            ),
            _ => "default",
        };
    }
}
