using Common.Analyzers.Lifecycle.Record;

namespace Common.Tool.Release;

/// <summary>A built package and what it ships.</summary>
/// <param name="Id">Its ID.</param>
/// <param name="Version">Its version, as it says it.</param>
/// <param name="Items">What it ships, on every surface.</param>
/// <param name="Names">For each item, the name that the changelog uses.</param>
internal sealed record ShippedPackage(
    string Id,
    string Version,
    IReadOnlyList<RecordItem> Items,
    IReadOnlyDictionary<(string, string), string> Names
)
{
    /// <summary>Whether it has a library that others build against.</summary>
    public bool IsLibrary { get; init; }

    /// <summary>The texts that it hands to the build of its consumers: the files of <c>buildTransitive/</c>, by name.</summary>
    public IReadOnlyDictionary<string, string> BuildFiles { get; init; } =
        new Dictionary<string, string>();

    /// <summary>The traits that hold, also those that follow from other assemblies and are not recorded.</summary>
    public IReadOnlySet<(string, string)> Implied { get; init; } = new HashSet<(string, string)>();
}
