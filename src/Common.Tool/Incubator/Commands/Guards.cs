using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Copies;
using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Source;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary>The reasons for which commands refuse to go on.</summary>
internal static class Guards
{
    /// <summary>Refuses while conflicts wait.</summary>
    public static void RefusePending(Workspace workspace)
    {
        if (workspace.Pending is { } pending)
        {
            throw new ToolException(
                ExitCode.Conflicts,
                $"An update waits for {pending.Conflicted.Count} {(pending.Conflicted.Count == 1 ? "conflict" : "conflicts")} to be resolved. Mend the files and run: common incubator resolve. To go back: common incubator resolve --abort"
            );
        }
    }

    /// <summary>Refuses to copy a module that has become a package.</summary>
    public static void RefuseGraduated(IncubatorModule module, IncubatorSource source)
    {
        if (module.Manifest.Graduated is { } graduated)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{module.Manifest.Name} has graduated in {graduated.Release}: {source.Name} {source.Version} makes no new copies. Use the package: dotnet add package {graduated.Package}"
            );
        }
    }

    /// <summary>Refuses to copy a version that an advisory names.</summary>
    public static void RefuseAdvisories(string module, IncubatorSource source)
    {
        var advisory = source.Advisories.FirstOrDefault(a => a.Names(module, source.Version));
        if (advisory is not null)
        {
            throw new ToolException(
                ExitCode.Refused,
                $"{advisory.Id}: {module} {source.Version} must not be used: {advisory.Text}"
            );
        }
    }

    /// <summary>Refuses names of modules that are not copied.</summary>
    public static void RefuseUnknown(Workspace workspace, IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => !workspace.Lock.Modules.ContainsKey(name)))
        {
            var shown = ModuleManifest.IsName(name) ? name : $"({name.Length} characters)";
            throw new ToolException(
                ExitCode.Usage,
                $"There is no copy of '{shown}' here. To make one: common incubator add {shown}"
            );
        }
    }

    /// <summary>Refuses to delete files whose edits would be lost.</summary>
    public static void RefuseLosing(string module, IEnumerable<FileState> files, string remedy)
    {
        var edited = files
            .Where(file =>
                file.Status is FileStatus.Edited or FileStatus.Accepted or FileStatus.Moved
            )
            .Where(file => file.Entry?.Accepted != LockedFile.Deleted)
            .Select(file => file.Current)
            .ToList();
        if (edited.Count > 0)
        {
            throw new ToolException(
                ExitCode.Refused,
                $"{module} was edited here: {string.Join(", ", edited)}. {remedy}"
            );
        }
    }

    /// <summary>Refuses to write over files that are not copies.</summary>
    public static void RefuseOverwriting(ProjectFolder folder, PristineCopy copy)
    {
        foreach (var file in copy.Files)
        {
            var twin = FindTwin(folder, file.Path);
            if (twin is null)
            {
                continue;
            }

            var same = twin == file.Path && TextForm.Normalise(folder.TryRead(twin)!) == file.Text;
            if (!same)
            {
                throw new ToolException(
                    ExitCode.Refused,
                    $"{twin} is there already and is not a copy of ours. Move it away, then try again."
                );
            }
        }
    }

    private static string? FindTwin(ProjectFolder folder, string path)
    {
        folder.RefuseLinks(path);
        var parent = Path.GetDirectoryName(path)!.Replace('\\', '/');
        var full = folder.Full(parent);
        var name = Path.GetFileName(path);
        return Directory.Exists(full)
            ? Directory
                .EnumerateFileSystemEntries(full)
                .Select(entry => Path.GetFileName(entry))
                .Where(entry => string.Equals(entry, name, StringComparison.OrdinalIgnoreCase))
                .Select(entry => $"{parent}/{entry}")
                .FirstOrDefault()
            : null;
    }
}
