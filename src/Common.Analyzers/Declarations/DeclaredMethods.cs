using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Declarations;

/// <summary>Finds the methods of a type that declare something by an attribute.</summary>
/// <remarks>By type: once a partial method is written, the compiler tells analyzers of its generated part only.</remarks>
internal static class DeclaredMethods
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

    /// <summary>Whether somebody else than our generators wrote the body of a partial method.</summary>
    public static bool HasBodyOfItsOwn(IMethodSymbol method) =>
        method.PartialImplementationPart is { } body
        && !body.GetAttributes()
            .Any(attribute =>
                attribute.AttributeClass?.Name == "GeneratedCodeAttribute"
                && attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0].Value is "Common.Analyzers"
            );
}
