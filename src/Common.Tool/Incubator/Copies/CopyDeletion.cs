using Common.Tool.Incubator.Consumer;

namespace Common.Tool.Incubator.Copies;

/// <summary>Puts the deletion of a whole copy into a transaction.</summary>
internal static class CopyDeletion
{
    /// <summary>Deletes the files of the copy; files that are not of the copy stay.</summary>
    public static void Prepare(
        LockedModule module,
        IEnumerable<FileState> files,
        Transaction transaction
    )
    {
        foreach (var file in files.Where(file => file.Status != FileStatus.Unlisted))
        {
            transaction.Delete(file.Current);
        }

        transaction.Delete(module.Settings);
    }
}
