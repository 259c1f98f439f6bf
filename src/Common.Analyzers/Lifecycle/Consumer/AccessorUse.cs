using Common.Analyzers.Lifecycle.Replacements;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Says which accessors of a property a use calls.</summary>
internal static class AccessorUse
{
    /// <summary>The accessors that are called where a property stands.</summary>
    /// <param name="property">The property.</param>
    /// <param name="use">Its name with what qualifies it.</param>
    public static IEnumerable<IMethodSymbol> Of(IPropertySymbol property, SyntaxNode use)
    {
        var (reads, writes) = Assignments.Access(use);
        if (reads && property.GetMethod is { } get)
        {
            yield return get;
        }

        if (writes && property.SetMethod is { } set)
        {
            yield return set;
        }
    }
}
