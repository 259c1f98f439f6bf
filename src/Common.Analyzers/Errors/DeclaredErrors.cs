using Common.Analyzers.Declarations;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Errors;

/// <summary>Finds the errors that an assembly declares, whatever is wrong with their declarations.</summary>
internal static class DeclaredErrors
{
    /// <summary>The codes.</summary>
    public static HashSet<string> CodesOf(IAssemblySymbol assembly, INamedTypeSymbol attribute) =>
        new(
            TypesOf(assembly, attribute).SelectMany(type => CodesOf(type, attribute)),
            StringComparer.Ordinal
        );

    /// <summary>The types that declare errors.</summary>
    public static IEnumerable<INamedTypeSymbol> TypesOf(
        IAssemblySymbol assembly,
        INamedTypeSymbol attribute
    ) => All(assembly.GlobalNamespace).Where(type => DeclaredMethods.Of(type, attribute).Any());

    /// <summary>The codes that a type declares.</summary>
    public static IEnumerable<string> CodesOf(INamedTypeSymbol type, INamedTypeSymbol attribute) =>
        DeclaredMethods
            .Of(type, attribute)
            .Select(declared =>
                declared.Attribute.ConstructorArguments.FirstOrDefault().Value as string
            )
            .OfType<string>();

    private static IEnumerable<INamedTypeSymbol> All(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var nested in All(inner))
                {
                    yield return nested;
                }
            }
        }
    }
}
