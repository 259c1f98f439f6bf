using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Copies;
using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Merging;
using Common.Tool.Incubator.Rewriting;

namespace Common.Tool.Incubator.Updating;

/// <summary>Plans the update of one module: a merge of base, service and upstream for each of its files.</summary>
internal sealed class UpdatePlanner
{
    private readonly Workspace _workspace;
    private readonly Favour _favour;
    private readonly string _label;

    /// <summary>Makes a planner.</summary>
    /// <param name="workspace">The service.</param>
    /// <param name="label">How conflict markers name upstream's version.</param>
    /// <param name="favour">What becomes of conflicts.</param>
    public UpdatePlanner(Workspace workspace, string label, Favour favour)
    {
        _workspace = workspace;
        _label = label;
        _favour = favour;
    }

    /// <summary>Plans the update.</summary>
    /// <param name="current">The copy as it was recorded; <see langword="null"/> if there is none yet.</param>
    /// <param name="next">The copy as upstream has it now.</param>
    public ModuleUpdate Plan(LockedModule? current, PristineCopy next)
    {
        var states = current is null ? [] : Inspector.Files(_workspace, current);
        var pairs = Renames.Pair(_workspace, current, next);
        var listed = states
            .Where(state => state.Entry is not null)
            .ToDictionary(state => state.Entry!.From, StringComparer.Ordinal);
        var updates = new List<FileUpdate>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in next.Files)
        {
            var from = pairs.GetValueOrDefault(file.Entry.From, file.Entry.From);
            if (listed.TryGetValue(from, out var state))
            {
                taken.Add(from);
                updates.Add(Merge(state, file));
            }
            else
            {
                updates.Add(Add(file));
            }
        }

        updates.AddRange(
            listed.Values.Where(state => !taken.Contains(state.Entry!.From)).Select(Remove)
        );
        var files = updates
            .Where(update => update.Entry is not null)
            .ToDictionary(update => update.Path, update => update.Entry!, StringComparer.Ordinal);
        return new ModuleUpdate(
            next.Module,
            current?.Version,
            next.Lock with
            {
                Files = files,
            },
            updates
        );
    }

    private FileUpdate Merge(FileState state, PristineFile file)
    {
        var entry = state.Entry!;
        var moved = state.Path != file.Path && !IsSameRename(state, file);
        var path = state.MovedTo ?? (moved ? file.Path : state.Path);
        var before = state.Current == path ? null : state.Current;
        var upstreamChanged = file.Entry.Base != entry.Base;
        var next = file.Entry with
        {
            Accepted = upstreamChanged ? null : entry.Accepted,
            Reason = upstreamChanged ? null : entry.Reason,
        };

        if (_workspace.Folder.TryRead(state.Current) is not { } raw)
        {
            return upstreamChanged
                ? DeletedHere(path, file, next)
                : new FileUpdate(FileAction.Kept, path, null, null, next, file.Text);
        }

        var style = TextStyle.Of(raw);
        var local = TextForm.Normalise(raw);
        if (!upstreamChanged && before is null)
        {
            return new FileUpdate(FileAction.Kept, path, null, null, next, file.Text);
        }

        if (
            state.Status is FileStatus.Unchanged
            || local == file.Text
            || IsOnlyReformatted(local, entry)
        )
        {
            return new FileUpdate(
                FileAction.Updated,
                path,
                before,
                style.Apply(file.Text),
                next,
                file.Text
            );
        }

        var merged = ThreeWayMerge.Merge(
            _workspace.Base.Read(entry.Base),
            local,
            file.Text,
            _label,
            _favour
        );
        return new FileUpdate(
            merged.Conflicts > 0 && _favour == Favour.Markers
                ? FileAction.Conflict
                : FileAction.Merged,
            path,
            before,
            style.Apply(merged.Text),
            next,
            file.Text
        );
    }

    private bool IsOnlyReformatted(string local, LockedFile entry) =>
        CodeTokens.AreEqual(local, _workspace.Base.Read(entry.Base));

    // A file that the service has moved stays where it is, as long as upstream leaves it where it was.
    private static bool IsSameRename(FileState state, PristineFile file) =>
        state.MovedTo is null && state.Entry!.From == file.Entry.From;

    private FileUpdate DeletedHere(string path, PristineFile file, LockedFile entry) =>
        _favour switch
        {
            Favour.Ours => new FileUpdate(FileAction.Kept, path, null, null, entry, file.Text),
            Favour.Theirs => new FileUpdate(
                FileAction.Added,
                path,
                null,
                TextStyle.Default.Apply(file.Text),
                entry,
                file.Text
            ),
            _ => new FileUpdate(
                FileAction.Conflict,
                path,
                null,
                TextStyle.Default.Apply(Dispute("", file.Text)),
                entry,
                file.Text
            ),
        };

    private FileUpdate Add(PristineFile file)
    {
        if (_workspace.Folder.TryRead(file.Path) is not { } raw)
        {
            return new FileUpdate(
                FileAction.Added,
                file.Path,
                null,
                TextStyle.Default.Apply(file.Text),
                file.Entry,
                file.Text
            );
        }

        var local = TextForm.Normalise(raw);
        if (local == file.Text || _favour == Favour.Ours)
        {
            return new FileUpdate(FileAction.Kept, file.Path, null, null, file.Entry, file.Text);
        }

        var style = TextStyle.Of(raw);
        return _favour == Favour.Theirs
            ? new FileUpdate(
                FileAction.Updated,
                file.Path,
                null,
                style.Apply(file.Text),
                file.Entry,
                file.Text
            )
            : new FileUpdate(
                FileAction.Conflict,
                file.Path,
                null,
                style.Apply(Dispute(local, file.Text)),
                file.Entry,
                file.Text
            );
    }

    private FileUpdate Remove(FileState state)
    {
        var path = state.Current;
        var raw = _workspace.Folder.TryRead(path);
        var edited =
            raw is not null
            && state.Status is not (FileStatus.Unchanged or FileStatus.Reformatted)
            && TextForm.Hash(TextForm.Normalise(raw)) != state.Entry!.Base;
        if (!edited || _favour == Favour.Theirs)
        {
            return new FileUpdate(FileAction.Removed, path, null, null, null, null);
        }

        return _favour == Favour.Ours
            ? new FileUpdate(FileAction.Kept, path, null, null, null, null)
            : new FileUpdate(
                FileAction.Conflict,
                path,
                null,
                TextStyle.Of(raw!).Apply(Dispute(TextForm.Normalise(raw!), "")),
                null,
                null
            );
    }

    private string Dispute(string ours, string theirs) =>
        ThreeWayMerge.Merge("", ours, theirs, _label).Text is var text
        && ConflictMarkers.AreIn(text)
            ? text
            : $"{ConflictMarkers.Ours}\n{ours}{ConflictMarkers.Middle}\n{theirs}{ConflictMarkers.Theirs(_label)}\n";
}
