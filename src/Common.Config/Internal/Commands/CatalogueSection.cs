using Common.Config.Binding;

namespace Common.Config.Internal.Commands;

/// <summary>A section of the catalogue.</summary>
internal sealed record CatalogueSection(
    string Path,
    string Class,
    string Help,
    IReadOnlyList<CatalogueOption> Options
)
{
    /// <summary>The keys that the section once had.</summary>
    public IReadOnlyList<RemovedKey> RemovedKeys { get; init; } = [];

    public bool IsNamed => Path.EndsWith(":*", StringComparison.Ordinal);
}
