using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Copies;
using Common.Tool.Incubator.Merging;

namespace Common.Tool.Incubator.Updating;

/// <summary>Recognises which of upstream's new files is an old one under another name.</summary>
internal static class Renames
{
    /// <summary>Pairs upstream's new files with the ones that are gone.</summary>
    /// <returns>From the new path upstream to the old one.</returns>
    public static IReadOnlyDictionary<string, string> Pair(
        Workspace workspace,
        LockedModule? current,
        PristineCopy next
    )
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (current is null)
        {
            return pairs;
        }

        var now = next.Files.Select(file => file.Entry.From).ToHashSet(StringComparer.Ordinal);
        var gone = current
            .Files.Values.Where(file => !now.Contains(file.From))
            .Where(file => workspace.Base.IsSound(file.Base))
            .ToList();
        var known = current
            .Files.Values.Select(file => file.From)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var file in next.Files.Where(file => !known.Contains(file.Entry.From)))
        {
            var nearest = gone.Select(old =>
                    (Old: old, Score: LineDiff.Similarity(workspace.Base.Read(old.Base), file.Text))
                )
                .Where(candidate => candidate.Score >= Moves.Threshold)
                .OrderByDescending(candidate => candidate.Score)
                .Select(candidate => candidate.Old)
                .FirstOrDefault();
            if (nearest is not null)
            {
                gone.Remove(nearest);
                pairs[file.Entry.From] = nearest.From;
            }
        }

        return pairs;
    }
}
