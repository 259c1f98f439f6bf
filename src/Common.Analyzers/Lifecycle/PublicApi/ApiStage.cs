using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.PublicApi;

/// <summary>What stands in brackets before a line of the public API: whether it is experimental, and whether only unsafe code may use it.</summary>
internal static class ApiStage
{
    private const string Unknown = "???";

    /// <summary>The brackets, or the empty string.</summary>
    public static string Of(ISymbol symbol)
    {
        var text = ExperimentalId(symbol) is { } id ? $"[{id}]" : "";
        return Own(symbol)
            .Any(s =>
                Find(s, "RequiresUnsafeAttribute", "System.Runtime.CompilerServices") is not null
            )
            ? "[RequiresUnsafe]" + text
            : text;
    }

    // What stands on a property holds for its accessors, and what stands on a type or an assembly for all in it.
    private static string? ExperimentalId(ISymbol symbol)
    {
        for (var s = symbol; s is not null; s = s.ContainingSymbol)
        {
            foreach (var part in Own(s))
            {
                if (
                    Find(part, "ExperimentalAttribute", "System.Diagnostics.CodeAnalysis") is
                    { } attribute
                )
                {
                    return attribute.ConstructorArguments is [{ Value: string id }] ? id : Unknown;
                }
            }
        }

        return null;
    }

    private static IEnumerable<ISymbol> Own(ISymbol symbol)
    {
        yield return symbol;
        if (symbol is IMethodSymbol { AssociatedSymbol: { } associated })
        {
            yield return associated;
        }
    }

    private static AttributeData? Find(ISymbol symbol, string name, string @namespace)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (
                attribute.AttributeClass is { } type
                && type.Name == name
                && type.ContainingNamespace.ToDisplayString() == @namespace
            )
            {
                return attribute;
            }
        }

        return null;
    }
}
