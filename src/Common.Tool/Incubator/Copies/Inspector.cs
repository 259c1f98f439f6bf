using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Rewriting;
using Common.Tool.Incubator.Source;

namespace Common.Tool.Incubator.Copies;

/// <summary>Compares the copies of a service with their lock and with upstream.</summary>
internal static class Inspector
{
    /// <summary>Inspects the copies.</summary>
    /// <param name="workspace">The service.</param>
    /// <param name="source">Upstream.</param>
    /// <param name="verifyBase">Whether every pristine copy is read, too.</param>
    /// <param name="done">Is told of each copy that is done; is called from several threads.</param>
    public static IReadOnlyList<CopyState> Inspect(
        Workspace workspace,
        IncubatorSource source,
        bool verifyBase,
        Action? done = null
    ) =>
        InParallel.Map(
            [.. workspace.Lock.Sorted()],
            module => Inspect(workspace, source, module.Key, module.Value, verifyBase),
            done
        );

    /// <summary>Finds the state of every file of a copy.</summary>
    public static IReadOnlyList<FileState> Files(Workspace workspace, LockedModule module)
    {
        var listed = InParallel.Map(
            [.. module.Files.OrderBy(file => file.Key, StringComparer.Ordinal)],
            file => StateOf(workspace, file.Key, file.Value)
        );
        var unlisted = Folders(module)
            .SelectMany(workspace.Folder.Sources)
            .Where(path => !module.Files.ContainsKey(path) && !IsBuildOutput(path, module))
            .ToList();
        return [.. Moves.Find(workspace, listed, unlisted)];
    }

    /// <summary>Counts the files that are other upstream than when they were copied, new or gone.</summary>
    public static int CountBehind(LockedModule module, IncubatorModule upstream)
    {
        var copied = module
            .Files.Values.Where(file => file.From != LockFile.SettingsName)
            .ToDictionary(file => file.From, file => file.Upstream, StringComparer.Ordinal);
        var now = upstream
            .Files.Where(file => file.Kind == FileKind.Source || module.Tests is not null)
            .ToDictionary(file => file.Path, file => file.Hash, StringComparer.Ordinal);
        return now.Count(file => copied.GetValueOrDefault(file.Key) != file.Value)
            + copied.Keys.Count(path => !now.ContainsKey(path));
    }

    private static CopyState Inspect(
        Workspace workspace,
        IncubatorSource source,
        string name,
        LockedModule module,
        bool verifyBase
    )
    {
        var upstream = module.Incubator == source.Name ? source.Find(name) : null;
        return new CopyState
        {
            Module = name,
            Lock = module,
            Files = Files(workspace, module),
            Behind = upstream is null ? 0 : CountBehind(module, upstream),
            IsKnown = upstream is not null,
            Advisories =
            [
                .. source.Advisories.Where(advisory =>
                    module.Incubator == source.Name && advisory.Names(name, module.Version)
                ),
            ],
            Damaged = verifyBase
                ?
                [
                    .. module
                        .Files.Values.Select(file => file.Base)
                        .Distinct(StringComparer.Ordinal)
                        .Where(hash => !workspace.Base.IsSound(hash)),
                ]
                : [],
            LayoutDiffers =
                workspace.Intent is { } intent && !Layout.Of(intent, name, source).Fits(module),
            Graduated = upstream?.Manifest.Graduated,
            Stage = upstream?.Manifest.Graduated?.StageAt(source.Version),
        };
    }

    private static FileState StateOf(Workspace workspace, string path, LockedFile entry)
    {
        var text = workspace.Folder.TryRead(path);
        if (text is null)
        {
            return new FileState(
                path,
                entry.Accepted == LockedFile.Deleted ? FileStatus.Accepted : FileStatus.Missing,
                entry
            );
        }

        var normalised = TextForm.Normalise(text);
        var hash = TextForm.Hash(normalised);
        if (hash == entry.Base)
        {
            return new FileState(path, FileStatus.Unchanged, entry);
        }

        if (hash == entry.Accepted)
        {
            return new FileState(path, FileStatus.Accepted, entry);
        }

        var reformatted =
            workspace.Base.TryRead(entry.Base) is { } pristine
            && CodeTokens.AreEqual(normalised, pristine);
        return new FileState(path, reformatted ? FileStatus.Reformatted : FileStatus.Edited, entry);
    }

    private static IEnumerable<string> Folders(LockedModule module) =>
        module.Tests is null ? [module.Folder] : [module.Folder, module.Tests];

    private static bool IsBuildOutput(string path, LockedModule module) =>
        Folders(module)
            .Any(folder =>
                path.StartsWith($"{folder}/obj/", StringComparison.Ordinal)
                || path.StartsWith($"{folder}/bin/", StringComparison.Ordinal)
            );
}
