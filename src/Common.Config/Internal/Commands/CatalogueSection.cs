namespace Common.Config.Internal.Commands;

/// <summary>A section of the catalogue.</summary>
internal sealed record CatalogueSection(
    string Path,
    string Class,
    string Help,
    IReadOnlyList<CatalogueOption> Options
)
{
    public bool IsNamed => Path.EndsWith(":*", StringComparison.Ordinal);
}
