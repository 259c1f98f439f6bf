using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle;

/// <summary>What <c>[Deprecated]</c> says of a symbol.</summary>
/// <param name="Since">The release that first shipped the deprecation.</param>
/// <param name="Replacement">What to use.</param>
/// <param name="Reason">Why it goes away.</param>
internal sealed record Deprecation(string Since, string? Replacement, string? Reason)
{
    /// <summary>The full name of the attribute.</summary>
    public const string AttributeName = "Common.Abstractions." + TypeName;

    /// <summary>Its name without the namespace.</summary>
    public const string TypeName = "DeprecatedAttribute";

    /// <summary>What to do, for a message.</summary>
    public string Advice =>
        (Replacement, Reason) switch
        {
            (not null, null) => $"use '{Replacement}'",
            (not null, _) => $"{Reason}; use '{Replacement}'",
            _ => Reason ?? "there is no replacement",
        };

    /// <summary>Reads the attribute of a symbol, if it has one.</summary>
    public static Deprecation? Of(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Is(attribute))
            {
                return Read(attribute);
            }
        }

        return null;
    }

    /// <summary>Whether an attribute is <c>[Deprecated]</c>.</summary>
    public static bool Is(AttributeData attribute) =>
        attribute.AttributeClass is { Name: TypeName } type
        && type.ContainingNamespace is { Name: "Abstractions", ContainingNamespace.Name: "Common" };

    /// <summary>Reads the attribute; <see langword="null"/> if it is not written right, which the compiler reports.</summary>
    public static Deprecation? Read(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments;
        if (arguments is not [{ Value: string since }, ..])
        {
            return null;
        }

        return new Deprecation(
            since,
            arguments.Length > 1 ? arguments[1].Value as string : null,
            attribute.NamedArguments.FirstOrDefault(a => a.Key == "Reason").Value.Value as string
        );
    }
}
