using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Config;

/// <summary>Reads what a property declares, and what the property that it overrides declares for it.</summary>
internal static class OverriddenOption
{
    private const string OlderKey = "Common.Abstractions.DeprecatedKeyAttribute";

    /// <summary>The attributes of a property; of those that it overrides the ones that it does not give anew. Older keys add up.</summary>
    public static IReadOnlyList<AttributeData> Attributes(IPropertySymbol property)
    {
        var attributes = new List<AttributeData>(property.GetAttributes());
        for (
            var overridden = property.OverriddenProperty;
            overridden is not null;
            overridden = overridden.OverriddenProperty
        )
        {
            var nearer = attributes.Select(a => a.AttributeClass?.ToDisplayString()).ToList();
            attributes.AddRange(
                overridden
                    .GetAttributes()
                    .Where(a =>
                        a.AttributeClass?.ToDisplayString() is var name
                        && (name == OlderKey || !nearer.Contains(name))
                    )
            );
        }

        return attributes;
    }

    /// <summary>The help of a property, or of the nearest one that it overrides and that has some.</summary>
    public static string Help(IPropertySymbol property, CancellationToken cancellation)
    {
        var help = string.Empty;
        for (
            var declared = property;
            declared is not null && help.Length == 0;
            declared = declared.OverriddenProperty
        )
        {
            help = DocText.Of(declared, cancellation);
        }

        return help;
    }
}
