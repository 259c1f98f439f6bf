using Microsoft.CodeAnalysis;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>Writes the name of a type as short as the place allows.</summary>
internal static class ShortName
{
    /// <summary>The simple name where it means the type, else the whole name.</summary>
    public static string Of(SemanticModel model, int position, INamedTypeSymbol type) =>
        model
            .LookupNamespacesAndTypes(position, name: type.Name)
            .Any(found => SymbolEqualityComparer.Default.Equals(found, type))
            ? type.Name
            : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
