using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Files;

namespace Common.Tool.Incubator.Updating;

/// <summary>Puts planned updates into a transaction, and the records with them.</summary>
internal static class UpdateApplication
{
    /// <summary>Prepares the transaction.</summary>
    /// <param name="workspace">The service.</param>
    /// <param name="updates">The planned updates.</param>
    /// <param name="transaction">Receives the changes.</param>
    /// <returns>The files in conflict; base and lock move only if there are none.</returns>
    public static IReadOnlyList<string> Prepare(
        Workspace workspace,
        IReadOnlyList<ModuleUpdate> updates,
        Transaction transaction
    )
    {
        var next = workspace.Lock;
        var files = updates.SelectMany(update => update.Files).ToList();
        foreach (var update in updates)
        {
            next = next.With(update.Module, update.Lock);
        }

        var conflicts = files
            .Where(file => file.Action == FileAction.Conflict)
            .Select(file => file.Path)
            .ToList();
        var before = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (file is { Pristine: { } pristine, Entry: { } entry })
            {
                transaction.Write(BaseStore.PathOf(entry.Base), pristine);
            }

            if (file.Content is null && file.Action != FileAction.Removed)
            {
                continue;
            }

            Remember(workspace, file.Path, before, transaction, conflicts.Count > 0);
            if (file.Content is null)
            {
                transaction.Delete(file.Path);
            }
            else
            {
                transaction.Write(file.Path, file.Content);
            }

            if (file.Before is not null)
            {
                Remember(workspace, file.Before, before, transaction, conflicts.Count > 0);
                transaction.Delete(file.Before);
            }
        }

        if (conflicts.Count == 0)
        {
            workspace.Record(transaction, next);
        }
        else
        {
            workspace.Record(
                transaction,
                workspace.Lock,
                new PendingUpdate(next, conflicts, before)
            );
        }

        return conflicts;
    }

    private static void Remember(
        Workspace workspace,
        string path,
        Dictionary<string, string?> before,
        Transaction transaction,
        bool keep
    )
    {
        if (!keep || before.ContainsKey(path))
        {
            return;
        }

        if (workspace.Folder.TryRead(path) is not { } raw)
        {
            before[path] = null;
            return;
        }

        var text = TextForm.Normalise(raw);
        var hash = TextForm.Hash(text);
        before[path] = hash;
        transaction.Write(BaseStore.PathOf(hash), text);
    }
}
