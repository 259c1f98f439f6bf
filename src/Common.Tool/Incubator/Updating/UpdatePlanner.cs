using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Copies;
using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Merging;
using Common.Tool.Incubator.Rewriting;
using Common.Tool.Shell;

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
    /// <param name="done">Is told of each file that is done; is called from several threads.</param>
    public ModuleUpdate Plan(LockedModule? current, PristineCopy next, Action? done = null)
    {
        var states = current is null ? [] : Inspector.Files(_workspace, current);
        var relocation = Relocation.Between(current, next.Lock);
        var pairs = Renames.Pair(_workspace, current, next);
        var listed = states
            .Where(state => state.Entry is not null)
            .ToDictionary(state => state.Entry!.From, StringComparer.Ordinal);
        string Before(PristineFile file) =>
            pairs.GetValueOrDefault(file.Entry.From, file.Entry.From);

        RefuseOverwriting(listed, next, Before, relocation);
        var updates = InParallel
            .Map(
                next.Files,
                file =>
                    listed.TryGetValue(Before(file), out var state)
                        ? Merge(state, file, relocation)
                        : Add(file),
                done
            )
            .ToList();
        var taken = next.Files.Select(Before).ToHashSet(StringComparer.Ordinal);
        updates.AddRange(
            listed.Values.Where(state => !taken.Contains(state.Entry!.From)).Select(Remove)
        );
        RefuseTwins(updates);
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

    private FileUpdate Merge(FileState state, PristineFile file, Relocation? relocation)
    {
        var entry = state.Entry!;
        var moved = state.Path != file.Path && !IsSameRename(state, file);
        var there = state.MovedTo ?? (moved ? file.Path : state.Path);
        var path = relocation?.PathOf(there) ?? there;
        var before = state.Current == path ? null : state.Current;
        var upstreamChanged = relocation is null
            ? file.Entry.Base != entry.Base
            : file.Entry.Upstream != entry.Upstream;
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

        var local = TextForm.Normalise(raw);
        if (!upstreamChanged && before is null && relocation is null)
        {
            return new FileUpdate(FileAction.Kept, path, null, null, next, file.Text);
        }

        var style = TextStyle.Of(raw);
        if (
            state.Status is FileStatus.Unchanged or FileStatus.Reformatted
            || local == file.Text
            || (state.Status != FileStatus.Edited && IsOnlyReformatted(local, entry))
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

        var pristine = _workspace.Base.Read(entry.Base);
        var merged = ThreeWayMerge.Merge(
            relocation?.Rewrite(pristine) ?? pristine,
            relocation?.Rewrite(local) ?? local,
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
            next.Accepted is null ? next : next with { Accepted = TextForm.Hash(merged.Text) },
            file.Text
        );
    }

    // What comes under another name must not write over a file of the service's own.
    private void RefuseOverwriting(
        Dictionary<string, FileState> listed,
        PristineCopy next,
        Func<PristineFile, string> before,
        Relocation? relocation
    )
    {
        var copied = listed.Values.Select(state => state.Current).ToHashSet(StringComparer.Ordinal);
        var moving = next.Files.Where(file =>
            listed.TryGetValue(before(file), out var state)
            && (relocation is not null || state.Entry!.From != file.Entry.From)
        );
        foreach (var file in moving)
        {
            if (!copied.Contains(file.Path) && _workspace.Folder.Has(file.Path))
            {
                throw new ToolException(
                    ExitCode.Refused,
                    $"{file.Path} is there already and is not a copy of ours. Move it away, then try again."
                );
            }
        }
    }

    // A copy that the service has moved may lie where upstream has another file by now.
    private static void RefuseTwins(IEnumerable<FileUpdate> updates)
    {
        var twins = updates
            .Where(update => update.Entry is not null)
            .GroupBy(update => update.Path, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Skip(1).Any());
        if (twins is not null)
        {
            throw new ToolException(
                ExitCode.Refused,
                $"{twins.Key} is the copy of {twins.First().Entry!.From}, which was moved there, and upstream's {twins.Last().Entry!.From} is to lie there, too. Move the copy elsewhere, then try again."
            );
        }
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
