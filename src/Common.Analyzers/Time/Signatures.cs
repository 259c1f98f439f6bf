using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Time;

/// <summary>What other assemblies see, and what its author was free to choose.</summary>
internal static class Signatures
{
    /// <summary>Whether a member or a parameter is visible to other assemblies and not given by a base type or an interface.</summary>
    public static bool IsOurs(ISymbol symbol)
    {
        var member = symbol is IParameterSymbol ? symbol.ContainingSymbol : symbol;
        return IsVisible(member)
            && !member.IsImplicitlyDeclared
            && !member.IsOverride
            && member is not IMethodSymbol { AssociatedSymbol: not null }
            && !IsImplementation(member)
            && symbol.Locations.Length != 0;
    }

    private static bool IsVisible(ISymbol symbol)
    {
        for (
            var current = symbol;
            current is not null and not INamespaceSymbol;
            current = current.ContainingSymbol
        )
        {
            if (
                current.DeclaredAccessibility
                is not (
                    Accessibility.Public
                    or Accessibility.Protected
                    or Accessibility.ProtectedOrInternal
                )
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsImplementation(ISymbol member) =>
        member.ContainingType is { } type
        && type.AllInterfaces.SelectMany(i => i.GetMembers())
            .Any(m =>
                SymbolEqualityComparer.Default.Equals(
                    type.FindImplementationForInterfaceMember(m),
                    member
                )
            );
}
