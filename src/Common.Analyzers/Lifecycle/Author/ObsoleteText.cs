using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Author;

/// <summary>What <c>[Obsolete]</c> says beside <c>[Deprecated]</c>.</summary>
internal static class ObsoleteText
{
    /// <summary>The message, or <see langword="null"/> if the deprecation names no release.</summary>
    public static string? Message(Deprecation deprecation) =>
        Release.TryParse(deprecation.Since) is { } since
            ? $"{What(deprecation)}. Deprecated in {since}, removed in {since.Removal}."
            : null;

    /// <summary>Whether a symbol's <c>[Obsolete]</c> has the message and an ID with the prefix, and is no error, which would take the API away.</summary>
    public static bool IsInStep(ISymbol symbol, string message, string prefix)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (
                attribute.AttributeClass is
                { Name: "ObsoleteAttribute", ContainingNamespace.Name: "System" }
            )
            {
                return attribute.ConstructorArguments is [{ Value: string text }, ..]
                    && text == message
                    && attribute.ConstructorArguments is not [_, { Value: true }]
                    && IsId(Id(attribute), prefix);
            }
        }

        return false;
    }

    /// <summary>The ID of an <c>[Obsolete]</c>.</summary>
    public static string? Id(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == "DiagnosticId").Value.Value as string;

    /// <summary>Whether a text is the ID of a deprecation: the prefix and three digits or more.</summary>
    public static bool IsId(string? id, string prefix) =>
        id is not null
        && id.Length >= prefix.Length + 3
        && id.StartsWith(prefix, StringComparison.Ordinal)
        && id.Skip(prefix.Length).All(c => c is >= '0' and <= '9');

    private static string What(Deprecation deprecation) =>
        deprecation.Replacement is { } use
            ? "Use " + use
            : (deprecation.Reason ?? "There is no replacement").TrimEnd('.');
}
