using System.Collections.Immutable;

namespace Common.Analyzers.Incubator;

/// <summary>What the catalogue knows of a module.</summary>
internal sealed record ModuleEntry
{
    public string Name { get; init; } = "";

    /// <summary>The release that the catalogue speaks of.</summary>
    public Version Current { get; init; } = new(0, 0, 0);

    /// <summary>The releases that changed the module.</summary>
    public ImmutableArray<ModuleChange> Changes { get; init; } = [];

    /// <summary>The release in which it became a package; empty as long as it is incubating.</summary>
    public string Graduated { get; init; } = "";

    public string Package { get; init; } = "";

    /// <summary>The namespace of the package.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The types that got another name in the package, from old to new.</summary>
    public ImmutableDictionary<string, string> Types { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether it has become a package.</summary>
    public bool HasGraduated => Graduated.Length > 0;

    /// <summary>How many releases ago it became a package.</summary>
    public int Age => Current.Major - ReleaseNumber.Parse(Graduated).Major;

    /// <summary>The changes that a copy of a version does not have.</summary>
    public IEnumerable<ModuleChange> After(string version)
    {
        var copied = ReleaseNumber.Parse(version);
        return Changes.Where(change => ReleaseNumber.Parse(change.Release) > copied);
    }
}
