using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Copies;
using Common.Tool.Incubator.Source;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary>Finds what must not stay as it is.</summary>
internal static class CheckFindings
{
    /// <summary>Finds everything at once.</summary>
    public static IEnumerable<CheckFinding> Of(
        Workspace workspace,
        IReadOnlyList<CopyState> states,
        IncubatorSource source
    )
    {
        foreach (var path in workspace.Pending?.Conflicted ?? [])
        {
            yield return new CheckFinding(
                "conflict",
                ExitCode.Conflicts,
                "",
                path,
                $"{path} waits to be resolved. Mend it and run: common incubator resolve"
            );
        }

        foreach (var name in (workspace.Intent?.Modules.Keys ?? []).Order(StringComparer.Ordinal))
        {
            if (!workspace.Lock.Modules.ContainsKey(name))
            {
                yield return new CheckFinding(
                    "absent",
                    ExitCode.Drift,
                    name,
                    null,
                    $"{Intent.FileName} asks for {name}, which is not copied. Run: common incubator add {name}"
                );
            }
        }

        foreach (var finding in states.SelectMany(state => Of(state, source)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<CheckFinding> Of(CopyState state, IncubatorSource source)
    {
        var name = state.Module;
        foreach (var advisory in state.Advisories)
        {
            yield return new CheckFinding(
                "advisory",
                ExitCode.Refused,
                name,
                null,
                $"{advisory.Id}: {name} {state.Lock.Version}: {advisory.Text}"
            );
        }

        foreach (var hash in state.Damaged)
        {
            yield return new CheckFinding(
                "damaged",
                ExitCode.Refused,
                name,
                BaseStore.PathOf(hash),
                $"{BaseStore.PathOf(hash)} is missing or was changed. Restore it from version control: it is the base of merges."
            );
        }

        foreach (var file in state.Drift)
        {
            yield return new CheckFinding(
                Words.Of(file.Status),
                ExitCode.Drift,
                name,
                file.Path,
                $"{file.Path} {Explain(file)}"
            );
        }

        if (state.Behind > 0)
        {
            yield return new CheckFinding(
                "behind",
                ExitCode.Drift,
                name,
                null,
                $"{name} {state.Lock.Version} is behind {source.Version}: {state.Behind} {(state.Behind == 1 ? "file" : "files")} changed. Run: common incubator update {name}"
            );
        }

        if (state.LayoutDiffers)
        {
            yield return new CheckFinding(
                "layout",
                ExitCode.Drift,
                name,
                null,
                $"{Intent.FileName} asks for another folder, namespace or visibility of {name} than its copy has. Undo that, or run: common incubator update"
            );
        }

        if (!state.IsKnown)
        {
            yield return new CheckFinding(
                "unknown",
                ExitCode.Drift,
                name,
                null,
                $"{name} of {state.Lock.Incubator} is not in the incubator {source.Name} {source.Version}. Remove the copy, or name its incubator: --source DIR"
            );
        }

        if (state is { Graduated: { } graduated, Stage: { } stage })
        {
            yield return new CheckFinding(
                "graduated",
                stage == GraduationStage.Ended ? ExitCode.Drift : ExitCode.Success,
                name,
                null,
                $"{name} has graduated in {graduated.Release}: {Explain(stage, graduated)} Replace the copy by the package {graduated.Package}: common incubator graduate {name}"
            );
        }
    }

    private static string Explain(FileState file) =>
        file.Status switch
        {
            FileStatus.Missing =>
                "is missing. Restore it, or record that it is not wanted: common incubator accept",
            FileStatus.Moved => $"was moved to {file.MovedTo}. Record it: common incubator accept",
            FileStatus.Unlisted =>
                "is in the copy's folder but not of the copy. Move it elsewhere in the service.",
            _ =>
                "was edited. Bring the edit upstream, or record that it is wanted: common incubator accept --reason TEXT",
        };

    private static string Explain(GraduationStage stage, Graduation graduated) =>
        stage switch
        {
            GraduationStage.Graduated =>
                $"copies get fixes until the end of {graduated.Major + 1}.x.",
            GraduationStage.LastFixes => "this is the last release with fixes for copies.",
            _ => "copies get no updates any more.",
        };
}
