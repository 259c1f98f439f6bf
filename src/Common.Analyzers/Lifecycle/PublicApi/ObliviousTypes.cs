using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.PublicApi;

/// <summary>Finds reference types that a signature names without saying whether they may be null.</summary>
internal static class ObliviousTypes
{
    /// <summary>Whether there is one in the symbol's own signature; the format does not ask of events.</summary>
    public static bool AreIn(ISymbol symbol) =>
        symbol switch
        {
            INamedTypeSymbol type => type.TypeParameters.Any(InConstraints),
            IMethodSymbol method => InType(method.ReturnType)
                || method.Parameters.Any(p => InType(p.Type))
                || method.TypeParameters.Any(InConstraints),
            IFieldSymbol field => InType(field.Type),
            _ => false,
        };

    private static bool InType(ITypeSymbol type) => InType(type, isOuter: false);

    // In `Outer<…>.Inner` only the innermost type can be annotated.
    private static bool InType(ITypeSymbol type, bool isOuter)
    {
        var isOblivious =
            !isOuter
            && type.IsReferenceType
            && type is not IDynamicTypeSymbol
            && type.NullableAnnotation == NullableAnnotation.None;
        return isOblivious
            || type switch
            {
                IArrayTypeSymbol array => InType(array.ElementType),
                IPointerTypeSymbol pointer => InType(pointer.PointedAtType),
                INamedTypeSymbol named => named.TypeArguments.Any(InType)
                    || (named.ContainingType is { } outer && InType(outer, isOuter: true)),
                _ => false,
            };
    }

    private static bool InConstraints(ITypeParameterSymbol parameter) =>
        (
            parameter.HasReferenceTypeConstraint
            && parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.None
        ) || parameter.ConstraintTypes.Any(InType);
}
