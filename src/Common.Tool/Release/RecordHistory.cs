using Common.Analyzers;

namespace Common.Tool.Release;

/// <summary>Finds released records that are not as they were when they were committed, as git knows it.</summary>
internal static class RecordHistory
{
    private const string Record = "releases/*/*.txt";

    /// <summary>What was changed, moved, deleted or slipped in later, and whether that can be told at all.</summary>
    public static IEnumerable<Finding> Faults(ReleaseRepository repository)
    {
        var root = repository.Root;
        if (
            repository.HasReleased
            && Git.Ask(root, "rev-parse", "--is-shallow-repository") is ["true"]
        )
        {
            yield return new Finding(
                RuleIds.InvalidRecord,
                "releases",
                0,
                "the clone is shallow, so that git can't tell whether a released record was edited; run 'git fetch --unshallow' first"
            );
        }

        foreach (var file in Suspects(root).Where(f => !IsAsAdded(root, f)))
        {
            yield return new Finding(
                RuleIds.InvalidRecord,
                file,
                0,
                "a released record was edited after its release; take it back from the commit that added it"
            );
        }

        foreach (var file in AddedLater(root))
        {
            yield return new Finding(
                RuleIds.InvalidRecord,
                file,
                0,
                "the file was added to a release that had been recorded without it; take it out"
            );
        }
    }

    private static IEnumerable<string> Suspects(string root)
    {
        var committed = Git.Ask(
            root,
            "log",
            "-m", // a merge can edit too
            "--no-renames",
            "--diff-filter=MDT",
            "--relative",
            "--name-only",
            "--pretty=format:",
            "--",
            Record
        );
        var uncommitted = Git.Ask(
            root,
            "diff",
            "HEAD",
            "--no-renames",
            "--diff-filter=MDT",
            "--relative",
            "--name-only",
            "--",
            Record
        );
        return (committed ?? [])
            .Concat(uncommitted ?? [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
    }

    // What was edited and taken back is as it was.
    private static bool IsAsAdded(string root, string file) =>
        Git.Ask(
            root,
            "log",
            "-m",
            "--no-renames",
            "--diff-filter=A",
            "--pretty=format:%H",
            "--",
            file
        )
            is [.., var first]
        && Git.Ask(root, "diff", "--quiet", first, "--", file) is not null;

    private static IEnumerable<string> AddedLater(string root)
    {
        var added = FirstCommits(root);
        var folders = added
            .GroupBy(a => Path.GetDirectoryName(a.File)!)
            .ToDictionary(g => g.Key, g => g.Last().Commit, StringComparer.Ordinal);
        var untracked =
            Git.Ask(root, "ls-files", "--others", "--exclude-standard", "--", Record) ?? [];
        return added
            .Where(a => a.Commit != folders[Path.GetDirectoryName(a.File)!])
            .Select(a => a.File)
            .Concat(untracked.Where(f => folders.ContainsKey(Path.GetDirectoryName(f)!)))
            .Where(f => File.Exists(Path.Combine(root, f)))
            .Order(StringComparer.Ordinal);
    }

    // Each file with the commit that first added it, newest first.
    private static List<(string File, string Commit)> FirstCommits(string root)
    {
        const string mark = "commit ";
        var lines =
            Git.Ask(
                root,
                "log",
                "-m",
                "--no-renames",
                "--diff-filter=A",
                "--relative",
                "--name-only",
                $"--pretty=format:{mark}%H",
                "--",
                Record
            ) ?? [];
        var all = new List<(string File, string Commit)>();
        var commit = "";
        foreach (var line in lines)
        {
            if (line.StartsWith(mark, StringComparison.Ordinal))
            {
                commit = line[mark.Length..];
            }
            else
            {
                all.RemoveAll(a => a.File == line);
                all.Add((line, commit));
            }
        }

        return all;
    }
}
