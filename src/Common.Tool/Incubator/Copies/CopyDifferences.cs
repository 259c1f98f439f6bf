using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Merging;
using Common.Tool.Incubator.Source;

namespace Common.Tool.Incubator.Copies;

/// <summary>Finds what the service and what upstream changed in a copy.</summary>
internal static class CopyDifferences
{
    /// <summary>Finds the differences of both sides.</summary>
    public static IEnumerable<CopyDifference> Of(
        Workspace workspace,
        IncubatorSource source,
        string name,
        LockedModule module
    )
    {
        foreach (var difference in Local(workspace, name, module))
        {
            yield return difference;
        }

        if (module.Incubator != source.Name || source.Find(name) is not { } upstream)
        {
            yield break;
        }

        var layout = Layout.Of(workspace.Intent!, name, source);
        var next = PristineCopy
            .Make(source, upstream, layout)
            .Files.ToDictionary(file => file.Entry.From, StringComparer.Ordinal);
        foreach (var (path, entry) in Ordered(module))
        {
            var patch = UnifiedDiff.Write(
                path,
                workspace.Base.Read(entry.Base),
                next.GetValueOrDefault(entry.From)?.Text
            );
            next.Remove(entry.From);
            if (patch.Length > 0)
            {
                yield return new CopyDifference(name, path, true, patch);
            }
        }

        foreach (var file in next.Values)
        {
            yield return new CopyDifference(
                name,
                file.Path,
                true,
                UnifiedDiff.Write(file.Path, null, file.Text)
            );
        }
    }

    /// <summary>Finds what the service changed.</summary>
    public static IEnumerable<CopyDifference> Local(
        Workspace workspace,
        string name,
        LockedModule module
    )
    {
        foreach (var file in Inspector.Files(workspace, module))
        {
            if (file.Status is FileStatus.Unchanged || file.Entry is null)
            {
                continue;
            }

            var text = workspace.Folder.TryRead(file.Current);
            var patch = UnifiedDiff.Write(
                file.Current,
                workspace.Base.Read(file.Entry.Base),
                text is null ? null : TextForm.Normalise(text)
            );
            if (patch.Length > 0)
            {
                yield return new CopyDifference(name, file.Current, false, patch);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, LockedFile>> Ordered(LockedModule module) =>
        module.Files.OrderBy(file => file.Key, StringComparer.Ordinal);
}
