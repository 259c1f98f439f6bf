using Common.Tool.Deprecations.Uses;
using Common.Tool.Deprecations.Waivers;

namespace Common.Tool.Deprecations;

/// <summary>What a set of projects uses of what goes away.</summary>
/// <param name="Projects">The names of the projects that were looked at.</param>
/// <param name="Uses">Every use: the worst stage first, then by thing and place.</param>
/// <param name="Waivers">Every waiver.</param>
/// <param name="Problems">What could not be looked at, and why.</param>
/// <param name="IsWhole">Whether every project could be looked at.</param>
/// <param name="Target">The release that is looked ahead to, if one is.</param>
/// <param name="Day">The day on which waivers are judged.</param>
internal sealed record DeprecationReport(
    IReadOnlyList<string> Projects,
    IReadOnlyList<Use> Uses,
    IReadOnlyList<Waiver> Waivers,
    IReadOnlyList<string> Problems,
    bool IsWhole,
    ReleaseNumber? Target,
    DateOnly Day
)
{
    /// <summary>The uses that no waiver silences; the suppressed ones are among them.</summary>
    public IEnumerable<Use> Open => Uses.Where(u => u.Waiver is null);

    /// <summary>The waivers whose day is over.</summary>
    public IEnumerable<Waiver> Expired => Waivers.Where(w => !w.HoldsOn(Day));

    /// <summary>The waivers that hold and silence nothing.</summary>
    public IEnumerable<Waiver> Idle =>
        Waivers.Where(w => w.HoldsOn(Day) && Uses.All(u => u.Waiver != w));

    /// <summary>How many uses there are at a stage, waived or not.</summary>
    public int Count(Stage stage) => Uses.Count(u => u.Stage == stage);

    /// <summary>Lets each waiver that holds silence what it covers.</summary>
    public DeprecationReport Waive() =>
        this with
        {
            Uses =
            [
                .. Uses.Select(u =>
                    u with
                    {
                        Waiver = Waivers.FirstOrDefault(w => w.HoldsOn(Day) && w.Covers(u)),
                    }
                ),
            ],
        };
}
