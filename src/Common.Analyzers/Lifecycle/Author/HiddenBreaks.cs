using System.Collections.Concurrent;
using Common.Analyzers.Lifecycle.PublicApi;
using Common.Analyzers.Lifecycle.Record;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Author;

/// <summary>Gathers what C# hides from the lines of the public API: what they ask of those who use them, and what they give them.</summary>
internal sealed class HiddenBreaks(ReleaseRecord record, IAssemblySymbol assembly)
{
    private readonly PublicSurface _surface = new();
    private readonly ConcurrentDictionary<RecordItem, Location> _limits = new();
    private readonly ConcurrentDictionary<string, bool> _traits = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Location> _places = new(StringComparer.Ordinal);

    /// <summary>What the types that were looked at ask.</summary>
    public IEnumerable<RecordItem> Limits => _limits.Keys;

    /// <summary>Looks at a type.</summary>
    public void Look(INamedTypeSymbol type)
    {
        if (!_surface.Has(type))
        {
            return;
        }

        foreach (var (owner, item) in ApiLimits.Of(type, _surface, assembly))
        {
            _limits[item] = Place(owner);
        }

        foreach (var (owner, item) in ApiTraits.Of(type, _surface, assembly, implied: true))
        {
            _traits[item.Name] = true;
            if (record.OwnerInLatest(item) is { } line)
            {
                _places[line.Name] = Place(owner);
            }
        }
    }

    /// <summary>Whether a trait holds.</summary>
    public bool Has(RecordItem trait) => _traits.ContainsKey(trait.Name);

    /// <summary>Where a limit or a trait would be put right.</summary>
    public Location PlaceOf(RecordItem item) =>
        _limits.TryGetValue(item, out var place)
        || (record.OwnerInLatest(item) is { } owner && _places.TryGetValue(owner.Name, out place))
            ? place
            : Location.None;

    private static Location Place(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(l => l.IsInSource) ?? Location.None;
}
