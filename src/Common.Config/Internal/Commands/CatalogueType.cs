namespace Common.Config.Internal.Commands;

/// <summary>A type of the catalogue: its name, and what some types have besides.</summary>
internal sealed record CatalogueType(
    string Name,
    CatalogueType? Element,
    string? Class,
    IReadOnlyList<string> Values,
    bool IsFlags,
    string? Of
)
{
    /// <summary>What the keys of a dictionary are; null for any text.</summary>
    public CatalogueType? Key { get; init; }

    /// <summary>Whether the type, or what it is made of, hides its values.</summary>
    public bool IsSecret => Name == "secret" || Element?.IsSecret == true;
}
