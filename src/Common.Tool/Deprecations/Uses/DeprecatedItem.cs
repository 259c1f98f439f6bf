namespace Common.Tool.Deprecations.Uses;

/// <summary>Something that goes away, or is gone.</summary>
/// <param name="Surface">What it is, in the words of the record of releases: <c>api</c>, <c>config</c>, <c>event</c>, <c>error</c> or <c>header</c>.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Package">The assembly that has it, or had it.</param>
/// <param name="Since">The release that first shipped it deprecated, or <see langword="null"/> if that is not known.</param>
/// <param name="Advice">What to do.</param>
/// <param name="RemovedIn">The release that removed it, where it went before its time.</param>
internal sealed record DeprecatedItem(
    string Surface,
    string Name,
    string Package,
    ReleaseNumber? Since,
    string Advice,
    ReleaseNumber? RemovedIn = null
)
{
    /// <summary>The release that does not have it any more.</summary>
    public ReleaseNumber? Removal => RemovedIn ?? Since?.Removal;

    /// <summary>When it was deprecated and goes, or went; in words.</summary>
    public string Dates =>
        (Since, Removal) switch
        {
            ({ } since, { } removal) => $"deprecated since {since}, removed in {removal}",
            (null, { } removal) => $"removed in {removal}",
            _ => "gone",
        };

    /// <summary>How near the end is where a release of the package is referenced.</summary>
    /// <param name="current">The major number of the referenced release.</param>
    /// <param name="target">The release that is looked ahead to, if one is.</param>
    public Stage StageAt(int current, ReleaseNumber? target)
    {
        if (Since is null || RemovedIn is not null || Since.Removal.Major <= current)
        {
            return Stage.Removed;
        }

        if (target is not null && Since.Removal.IsNotAfter(target))
        {
            return Stage.GoneInTarget;
        }

        return current == Since.Major + 1 ? Stage.LastRelease : Stage.Deprecated;
    }
}
