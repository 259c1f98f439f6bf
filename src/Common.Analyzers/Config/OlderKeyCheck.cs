using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Config;

/// <summary>Finds older keys where none can be: an older key is a whole one, so it cannot stand for one element or name of many.</summary>
internal static class OlderKeyCheck
{
    private const string Attribute = "Common.Abstractions.DeprecatedKeyAttribute";

    /// <summary>Says why an option cannot have the older keys that it has, or that its type has; null where all is well.</summary>
    /// <param name="property">The option.</param>
    /// <param name="option">The option as it was read.</param>
    /// <param name="isNamed">Whether its class is a section of many names.</param>
    public static string? Problem(IPropertySymbol property, ConfigOptionModel option, bool isNamed)
    {
        if (option.DeprecatedKeys.Count > 0 && isNamed)
        {
            return "a section of many names has no older keys; keep a property of the older name for as long";
        }

        if (option.DeprecatedKeys.Count > 0 && option.Type.Name == "section")
        {
            return "a section has no older key of its own; give older keys to its options";
        }

        if (
            option
                .DeprecatedKeys.Select(key => key.Path)
                .FirstOrDefault(path => !ConfigPath.IsKey(path)) is
            { } wrong
        )
        {
            return $"'{wrong}' is no key; write segments with colons between them, such as \"Orders:Database:PoolSize\"";
        }

        return
            SectionOf(property.Type) is var (section, isElement)
            && (isElement || isNamed)
            && FirstIn(section, new HashSet<ISymbol>(SymbolEqualityComparer.Default)) is { } found
            ? $"'{found}' has an older key, and {(isElement ? "an element of a collection" : "a section of many names")} has no "
                + "whole key that it could stand for; keep a property of the older name for as long"
            : null;
    }

    /// <summary>The section that a type is, or that its elements are; null where neither is one.</summary>
    private static (ITypeSymbol Section, bool IsElement)? SectionOf(ITypeSymbol type) =>
        type switch
        {
            _ when ConfigTypeReader.IsSection(type) => (type, false),
            IArrayTypeSymbol array => Element(array.ElementType),
            INamedTypeSymbol { TypeArguments.Length: > 0 } generic => Element(
                generic.TypeArguments[generic.TypeArguments.Length - 1]
            ),
            _ => null,
        };

    private static (ITypeSymbol Section, bool IsElement)? Element(ITypeSymbol type) =>
        SectionOf(type) is var (section, _) ? (section, true) : null;

    /// <summary>The first option with an older key in a section or in the sections within it.</summary>
    private static string? FirstIn(ITypeSymbol section, HashSet<ISymbol> seen)
    {
        if (!seen.Add(section))
        {
            return null;
        }

        for (var type = section; type is not null; type = type.BaseType)
        {
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
            {
                if (
                    property
                        .GetAttributes()
                        .Any(a => a.AttributeClass?.ToDisplayString() == Attribute)
                )
                {
                    return $"{section.Name}.{property.Name}";
                }

                if (
                    SectionOf(property.Type) is (var inner, false)
                    && FirstIn(inner, seen) is { } found
                )
                {
                    return found;
                }
            }
        }

        return null;
    }
}
