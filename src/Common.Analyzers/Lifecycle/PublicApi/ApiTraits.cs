using Common.Analyzers.Lifecycle.Record;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.PublicApi;

/// <summary>What an API gives to those who use it and its line does not say. One that is lost breaks them; a new one breaks nobody.</summary>
internal static class ApiTraits
{
    private static readonly SymbolDisplayFormat Format = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.OmittedAsContaining,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
    );

    /// <summary>The traits of a type and of its members that others can name, each with what it is a trait of.</summary>
    /// <param name="type">The type.</param>
    /// <param name="surface">Says what others can name.</param>
    /// <param name="assembly">The assembly that is looked at.</param>
    /// <param name="implied">
    /// Whether to give too what follows from other assemblies: it is looked at to find what is lost, and never recorded, since it is
    /// theirs to change.
    /// </param>
    public static IEnumerable<(ISymbol Owner, RecordItem Item)> Of(
        INamedTypeSymbol type,
        PublicSurface surface,
        IAssemblySymbol assembly,
        bool implied
    )
    {
        foreach (var symbol in surface.Of(type))
        {
            var traits = symbol switch
            {
                INamedTypeSymbol => OfType(type, surface, implied),
                IMethodSymbol method => OfMethod(method),
                _ => [],
            };
            string? line = null;
            foreach (var trait in traits)
            {
                line ??= ApiName.WithNullability(symbol, assembly);
                yield return (symbol, new RecordItem(RecordItem.Trait, $"{line} {trait}"));
            }
        }
    }

    /// <summary>The base types and interfaces of a type: its own, and those of other types of its assembly.</summary>
    public static IEnumerable<INamedTypeSymbol> Above(INamedTypeSymbol type)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var waiting = new Queue<INamedTypeSymbol>(Next(type));
        while (waiting.Count > 0)
        {
            var next = waiting.Dequeue();
            if (!seen.Add(next))
            {
                continue;
            }

            yield return next;
            if (
                SymbolEqualityComparer.Default.Equals(
                    next.ContainingAssembly,
                    type.ContainingAssembly
                )
            )
            {
                foreach (var further in Next(next))
                {
                    waiting.Enqueue(further);
                }
            }
        }
    }

    /// <summary>A type without nullable annotations.</summary>
    public static string Plain(ITypeSymbol type) => type.ToDisplayString(Format);

    private static IEnumerable<string> OfType(
        INamedTypeSymbol type,
        PublicSurface surface,
        bool implied
    )
    {
        yield return "is " + Kind(type);
        var above = implied ? Above(type).Concat(AllAbove(type)) : Above(type);
        if (type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface)
        {
            foreach (var other in above.Where(o => IsNamed(o, type, surface)))
            {
                yield return "converts to " + Plain(other);
            }
        }

        foreach (var parameter in type.TypeParameters)
        {
            if (parameter.Variance != VarianceKind.None)
            {
                yield return $"is {(parameter.Variance == VarianceKind.Out ? "covariant" : "contravariant")} in {parameter.Name}";
            }
        }

        foreach (var trait in RefStructs(type.TypeParameters))
        {
            yield return trait;
        }
    }

    private static IEnumerable<string> OfMethod(IMethodSymbol method)
    {
        if (method.RefKind != RefKind.None)
        {
            yield return "returns a reference";
        }

        if (method.RefKind == RefKind.Ref)
        {
            yield return "returns a reference to write through";
        }

        if (
            method.MethodKind == MethodKind.Constructor
            && method
                .GetAttributes()
                .Any(a => a.AttributeClass?.Name == "SetsRequiredMembersAttribute")
        )
        {
            yield return "sets the required members";
        }

        foreach (var trait in RefStructs(method.TypeParameters))
        {
            yield return trait;
        }
    }

    private static IEnumerable<string> RefStructs(IEnumerable<ITypeParameterSymbol> parameters) =>
        parameters.Where(p => p.AllowsRefLikeType).Select(p => $"takes a ref struct for {p.Name}");

    private static string Kind(INamedTypeSymbol type) =>
        type.TypeKind switch
        {
            TypeKind.Enum => "an enum of " + Plain(type.EnumUnderlyingType!),
            TypeKind.Interface => "an interface",
            TypeKind.Struct => "a struct",
            TypeKind.Delegate => "a delegate",
            _ => type.IsStatic ? "a static class" : "a class",
        };

    private static IEnumerable<INamedTypeSymbol> Next(INamedTypeSymbol type) =>
        type.BaseType is { } @base ? type.Interfaces.Prepend(@base) : type.Interfaces;

    private static IEnumerable<INamedTypeSymbol> AllAbove(INamedTypeSymbol type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            yield return t;
        }

        foreach (var @interface in type.AllInterfaces)
        {
            yield return @interface;
        }
    }

    // What everything is, and what others can't name, says nothing.
    private static bool IsNamed(
        INamedTypeSymbol other,
        INamedTypeSymbol type,
        PublicSurface surface
    ) =>
        other.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType)
        && (
            !SymbolEqualityComparer.Default.Equals(
                other.ContainingAssembly,
                type.ContainingAssembly
            ) || surface.Has(other)
        );
}
