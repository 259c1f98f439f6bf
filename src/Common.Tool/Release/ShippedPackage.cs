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
);
