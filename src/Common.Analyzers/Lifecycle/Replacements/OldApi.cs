using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Replacements;

/// <summary>What a code fix needs to know of an API that goes away, or has gone.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Namespace">The namespace that its type is in.</param>
/// <param name="Type">The full name of its type, with dots and arity, as metadata has it; of itself if it is a type.</param>
/// <param name="IsStatic">Whether it is called on its type.</param>
/// <param name="Parameters">Its parameters, in order; that of <c>this</c> first if it is an extension method.</param>
/// <param name="TypeParameters">The names of its own type parameters.</param>
/// <param name="Replacement">What to use.</param>
internal sealed record OldApi(
    OldApiKind Kind,
    string Namespace,
    string Type,
    bool IsStatic,
    ImmutableArray<OldParameter> Parameters,
    ImmutableArray<string> TypeParameters,
    string Replacement
)
{
    /// <summary>Describes a symbol.</summary>
    public static OldApi Of(ISymbol symbol, string replacement)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        var method = symbol as IMethodSymbol;
        var property = symbol as IPropertySymbol ?? method?.AssociatedSymbol as IPropertySymbol;
        return new OldApi(
            symbol switch
            {
                INamedTypeSymbol => OldApiKind.Type,
                IMethodSymbol { MethodKind: MethodKind.Constructor } => OldApiKind.Constructor,
                IMethodSymbol { IsExtensionMethod: true } => OldApiKind.ExtensionMethod,
                IMethodSymbol
                {
                    MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion
                } => OldApiKind.Operator,
                _ when property is not null => property.IsIndexer
                    ? OldApiKind.Indexer
                    : OldApiKind.Value,
                IMethodSymbol => OldApiKind.Method,
                _ => OldApiKind.Value,
            },
            type.ContainingNamespace is { IsGlobalNamespace: false } n ? n.ToDisplayString() : "",
            MetadataName(type),
            symbol.IsStatic,
            (property?.Parameters ?? method?.Parameters) is { } parameters
                ? [.. parameters.Select(OldParameter.Of)]
                : [],
            symbol switch
            {
                IMethodSymbol m => [.. m.TypeParameters.Select(p => p.Name)],
                INamedTypeSymbol t => [.. t.TypeParameters.Select(p => p.Name)],
                _ => [],
            },
            replacement
        );
    }

    private static string MetadataName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? MetadataName(outer) + "+" + type.MetadataName
        : type.ContainingNamespace is { IsGlobalNamespace: false } n
            ? n.ToDisplayString() + "." + type.MetadataName
        : type.MetadataName;
}
