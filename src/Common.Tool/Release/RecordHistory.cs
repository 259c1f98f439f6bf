using Common.Analyzers;

namespace Common.Tool.Release;

/// <summary>Sees to it that what a release recorded is never edited: git knows.</summary>
internal static class RecordHistory
{
    /// <summary>The files of released records that were changed, moved or deleted after they were added.</summary>
    public static IEnumerable<Finding> Edited(ReleaseRepository repository)
    {
        const string record = "releases/*/*.txt";
        var committed =
            Git.Ask(
                repository.Root,
                "log",
                "-m", // a merge can edit too
                "--diff-filter=MDRT",
                "--relative",
                "--name-only",
                "--pretty=format:",
                "--",
                record
            ) ?? [];
        var uncommitted =
            Git.Ask(
                repository.Root,
                "diff",
                "HEAD",
                "--diff-filter=MDRT",
                "--relative",
                "--name-only",
                "--",
                record
            ) ?? [];
        return committed
            .Concat(uncommitted)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(file => new Finding(
                RuleIds.InvalidRecord,
                file,
                0,
                "a released record was edited after its release; take it back from the commit that added it"
            ));
    }
}
