using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Time;

/// <summary>The members of the platform and of NodaTime that read the machine's clock, or are it.</summary>
internal sealed class AmbientClocks
{
    private readonly HashSet<ISymbol> _readings = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _clocks = new(SymbolEqualityComparer.Default);

    public AmbientClocks(Compilation compilation)
    {
        Add(
            _readings,
            compilation.GetTypeByMetadataName("System.DateTime"),
            "Now",
            "UtcNow",
            "Today"
        );
        Add(_readings, compilation.GetTypeByMetadataName("System.DateTimeOffset"), "Now", "UtcNow");
        Add(_clocks, compilation.GetTypeByMetadataName("System.TimeProvider"), "System");
        Add(_clocks, compilation.GetTypeByMetadataName("NodaTime.SystemClock"), "Instance");
    }

    /// <summary>Whether a property's value is the current time.</summary>
    public bool IsReading(IPropertySymbol property) => _readings.Contains(property);

    /// <summary>Whether a property's value is the machine's clock.</summary>
    public bool IsClock(IPropertySymbol property) => _clocks.Contains(property);

    private static void Add(HashSet<ISymbol> set, INamedTypeSymbol? type, params string[] names)
    {
        foreach (var name in names)
        {
            set.UnionWith(type?.GetMembers(name) ?? []);
        }
    }
}
