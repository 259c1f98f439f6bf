using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Merging;

namespace Common.Tool.Incubator.Copies;

/// <summary>Recognises files that were moved or renamed.</summary>
internal static class Moves
{
    /// <summary>How much of its lines a file must share with another to be the same one, moved.</summary>
    public const double Threshold = 0.6;

    /// <summary>Pairs the missing files of a copy with those that are not listed.</summary>
    public static IEnumerable<FileState> Find(
        Workspace workspace,
        IReadOnlyList<FileState> listed,
        List<string> unlisted
    )
    {
        foreach (var file in listed)
        {
            var target =
                file.Status == FileStatus.Missing && file.Entry is { } entry
                    ? Nearest(workspace, entry.Base, unlisted)
                    : null;
            if (target is null)
            {
                yield return file;
                continue;
            }

            unlisted.Remove(target);
            yield return file with
            {
                Status = FileStatus.Moved,
                MovedTo = target,
            };
        }

        foreach (var path in unlisted)
        {
            yield return new FileState(path, FileStatus.Unlisted, null);
        }
    }

    private static string? Nearest(Workspace workspace, string hash, List<string> candidates)
    {
        if (candidates.Count == 0 || !workspace.Base.IsSound(hash))
        {
            return null;
        }

        var pristine = workspace.Base.Read(hash);
        return candidates
            .Select(path =>
                (
                    Path: path,
                    Score: LineDiff.Similarity(
                        pristine,
                        TextForm.Normalise(workspace.Folder.TryRead(path)!)
                    )
                )
            )
            .Where(candidate => candidate.Score >= Threshold)
            .OrderByDescending(candidate => candidate.Score)
            .Select(candidate => candidate.Path)
            .FirstOrDefault();
    }
}
