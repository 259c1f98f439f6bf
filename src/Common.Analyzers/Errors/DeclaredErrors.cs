using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Errors;

/// <summary>Finds the errors that a type declares.</summary>
internal static class DeclaredErrors
{
    public static IEnumerable<(IMethodSymbol Method, AttributeData Attribute)> Of(
        ISymbol type,
        INamedTypeSymbol attributeType
    )
    {
        foreach (var method in ((INamedTypeSymbol)type).GetMembers().OfType<IMethodSymbol>())
        {
            foreach (var attribute in method.GetAttributes())
            {
                if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeType))
                {
                    yield return (method, attribute);
                }
            }
        }
    }
}
