using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.PublicApi;

/// <summary>Says what of a library other assemblies can name: what is public, and what is protected in a type that they can derive from.</summary>
internal sealed class PublicSurface
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _derivable = new(
        SymbolEqualityComparer.Default
    );

    /// <summary>The static class around the <c>extension</c> block that declares a member, if one does.</summary>
    public static INamedTypeSymbol? AroundExtension(ISymbol member) =>
        member.ContainingType
            is { CanBeReferencedByName: false, ContainingType: { IsStatic: true } outer }
            ? outer
            : null;

    /// <summary>The static method that compiled code calls for a method or an accessor of an <c>extension</c> block, which has no line itself.</summary>
    public static IMethodSymbol? ImplementationOf(ISymbol member) =>
        member is IMethodSymbol && AroundExtension(member) is { } outer
            ? outer
                .GetMembers()
                .OfType<IMethodSymbol>()
                .FirstOrDefault(m =>
                    m.IsImplicitlyDeclared && m.Locations.SequenceEqual(member.Locations)
                )
            : null;

    /// <summary>Whether others can name the symbol.</summary>
    public bool Has(ISymbol symbol) =>
        symbol.DeclaredAccessibility switch
        {
            Accessibility.Public => symbol.ContainingType is not { } type || Has(type),
            Accessibility.Protected or Accessibility.ProtectedOrInternal => symbol.ContainingType
                is { } type
                && Has(type)
                && _derivable.GetOrAdd(type, IsDerivable),
            _ => false,
        };

    /// <summary>The type itself and those of its members that have a line of their own: methods, accessors, fields and events.</summary>
    /// <remarks>What the compiler writes is listed for records, delegates and parameterless constructors, since callers bind to those.</remarks>
    public IEnumerable<ISymbol> Of(INamedTypeSymbol type)
    {
        if (!Has(type) || !type.CanBeReferencedByName)
        {
            yield break;
        }

        yield return type;
        foreach (var member in type.GetMembers())
        {
            if (IsListed(member, type) && Has(member))
            {
                yield return member;
            }
        }
    }

    private static bool IsListed(ISymbol member, INamedTypeSymbol type) =>
        member switch
        {
            _ when type.TypeKind == TypeKind.Delegate => member
                is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke },
            IMethodSymbol { MethodKind: MethodKind.EventAdd or MethodKind.EventRemove } => false,
            IMethodSymbol { IsImplicitlyDeclared: false } => true,
            IMethodSymbol { MethodKind: MethodKind.Constructor } => type.TypeKind == TypeKind.Struct
                || type.IsRecord
                || (type.TypeKind == TypeKind.Class && type.InstanceConstructors.Length == 1),
            // What an extension block declares is called by compiled code as a static method of the class around it.
            IMethodSymbol { MethodKind: MethodKind.Ordinary } when type.IsStatic => true,
            IMethodSymbol => type.IsRecord,
            IFieldSymbol or IEventSymbol => !member.IsImplicitlyDeclared,
            _ => false,
        };

    /// <summary>Whether other assemblies can derive from a class.</summary>
    public static bool IsDerivable(INamedTypeSymbol type) =>
        !type.IsSealed
        && type.InstanceConstructors.Any(c =>
            c.DeclaredAccessibility
                is Accessibility.Public
                    or Accessibility.Protected
                    or Accessibility.ProtectedOrInternal
        );
}
