using Common.Analyzers.Lifecycle.Record;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.PublicApi;

/// <summary>What an API asks of those who use it and its line does not say. A new limit breaks them; one that falls breaks nobody.</summary>
internal static class ApiLimits
{
    /// <summary>The limits of a type and of its members that others can name, each with what it is a limit of.</summary>
    /// <param name="type">The type.</param>
    /// <param name="surface">Says what others can name.</param>
    /// <param name="assembly">The assembly that is looked at.</param>
    public static IEnumerable<(ISymbol Owner, RecordItem Item)> Of(
        INamedTypeSymbol type,
        PublicSurface surface,
        IAssemblySymbol assembly
    )
    {
        foreach (var symbol in surface.Of(type))
        {
            var limits = symbol is INamedTypeSymbol ? OfType(type, assembly) : OfMember(symbol);
            string? line = null;
            foreach (var limit in limits)
            {
                line ??= ApiName.WithNullability(symbol, assembly);
                yield return (symbol, new RecordItem(RecordItem.Limit, $"{line} {limit}"));
            }
        }
    }

    private static IEnumerable<string> OfType(INamedTypeSymbol type, IAssemblySymbol assembly)
    {
        if (type is { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: true })
        {
            yield return "can't be created";
        }

        if (type.IsRefLikeType)
        {
            yield return "must stay on the stack";
        }

        foreach (var limit in Hidden(type).Concat(Constraints(type.TypeParameters)))
        {
            yield return limit;
        }

        var isClass = type is { TypeKind: TypeKind.Class, IsStatic: false };
        if (isClass && !PublicSurface.IsDerivable(type))
        {
            yield return RecordItem.NotDerived;
        }

        foreach (var member in type.GetMembers())
        {
            if (
                member is IMethodSymbol { IsAbstract: true }
                && type.TypeKind is TypeKind.Class or TypeKind.Interface
            )
            {
                yield return RecordItem.MustImplement
                    + ApiName.WithoutNullability(member, assembly);
            }
            else if (
                member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }
            )
            {
                yield return "must set " + member.Name;
            }
        }
    }

    private static IEnumerable<string> OfMember(ISymbol member)
    {
        foreach (var limit in Hidden(member))
        {
            yield return limit;
        }

        if (member is IMethodSymbol method)
        {
            if (method.RefKind != RefKind.None)
            {
                yield return "must be taken by reference";
            }

            // An override has the constraints of what it overrides.
            if (!method.IsOverride)
            {
                foreach (var limit in Constraints(method.TypeParameters))
                {
                    yield return limit;
                }
            }
        }
    }

    private static IEnumerable<string> Hidden(ISymbol symbol)
    {
        if (symbol.DeclaredAccessibility != Accessibility.Public)
        {
            yield return "can be used by derived types only";
        }
    }

    // With what each constraint implies, so that a looser one in its place is not taken for a new one.
    private static IEnumerable<string> Constraints(IEnumerable<ITypeParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            foreach (var constraint in Constraints(parameter).Distinct(StringComparer.Ordinal))
            {
                yield return $"must have {parameter.Name} : {constraint}";
            }
        }
    }

    private static IEnumerable<string> Constraints(ITypeParameterSymbol parameter)
    {
        if (parameter.IsReferenceType)
        {
            yield return "class";
        }

        if (parameter.IsValueType)
        {
            yield return "struct";
        }

        if (parameter.HasUnmanagedTypeConstraint)
        {
            yield return "unmanaged";
        }

        if (parameter.HasConstructorConstraint || parameter.IsValueType)
        {
            yield return "new()";
        }

        if (IsNotNull(parameter))
        {
            yield return "notnull";
        }

        foreach (var type in parameter.ConstraintTypes)
        {
            yield return ApiTraits.Plain(type);
            if (type is INamedTypeSymbol named)
            {
                foreach (var above in ApiTraits.Above(named))
                {
                    yield return ApiTraits.Plain(above);
                }
            }
        }
    }

    private static bool IsNotNull(ITypeParameterSymbol parameter) =>
        parameter.HasNotNullConstraint
        || parameter.HasValueTypeConstraint
        || (
            parameter.HasReferenceTypeConstraint
            && parameter.ReferenceTypeConstraintNullableAnnotation
                == NullableAnnotation.NotAnnotated
        )
        || parameter.ConstraintNullableAnnotations.Any(a => a == NullableAnnotation.NotAnnotated);
}
