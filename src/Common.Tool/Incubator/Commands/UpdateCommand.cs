using System.CommandLine;
using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Copies;
using Common.Tool.Incubator.Merging;
using Common.Tool.Incubator.Source;
using Common.Tool.Incubator.Updating;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary><c>common incubator update</c>: brings upstream's changes and keeps the service's edits.</summary>
internal static class UpdateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var modules = new Argument<string[]>("module")
        {
            Description = "The modules to update. The default is all.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var policy = new Option<string>("--on-conflict")
        {
            Description = "What to do where both sides changed the same lines.",
            DefaultValueFactory = _ => "markers",
        };
        policy.AcceptOnlyFromAmong("markers", "abort", "ours", "theirs");
        return new ToolCommand(
            "update",
            "Brings upstream's changes into the copies and keeps their edits: a three-way merge of each file.",
            "common incubator update",
            "common incubator update web --dry-run",
            "common incubator update web --on-conflict abort"
        )
        {
            modules,
            policy,
            IncubatorOptions.Project(),
            IncubatorOptions.Source(),
            IncubatorOptions.DryRun(),
            IncubatorOptions.Wait(),
        }.Runs(
            (parse, console, cancellationToken) =>
                RunAsync(
                    parse,
                    console,
                    parse.GetValue(modules)!,
                    parse.GetValue(policy)!,
                    cancellationToken
                )
        );
    }

    private static async Task<ExitCode> RunAsync(
        ParseResult parse,
        ToolConsole console,
        string[] names,
        string policy,
        CancellationToken cancellationToken
    )
    {
        var source = IncubatorOptions.OpenSource(parse);
        using var workspace = await IncubatorOptions
            .OpenAsync(parse, create: false, cancellationToken)
            .ConfigureAwait(false);
        Guards.RefusePending(workspace);
        var updates = Plan(workspace, source, names, FavourOf(policy), console);
        var transaction = new Transaction(workspace.Folder);
        var conflicts = UpdateApplication.Prepare(workspace, updates, transaction);
        if (conflicts.Count > 0 && policy == "abort")
        {
            throw new ToolException(
                ExitCode.Conflicts,
                $"Nothing was changed: {string.Join(", ", conflicts)} would conflict."
            );
        }

        var dryRun = IncubatorOptions.IsDryRun(parse);
        if (!dryRun && updates.Count > 0)
        {
            transaction.Commit();
        }

        Report.Updates(console, updates, conflicts, dryRun);
        WarnAbsent(console, workspace);
        OfferPackages(console, workspace, source);
        return conflicts.Count > 0 ? ExitCode.Conflicts : ExitCode.Success;
    }

    private static List<ModuleUpdate> Plan(
        Workspace workspace,
        IncubatorSource source,
        string[] names,
        Favour favour,
        ToolConsole console
    )
    {
        var wanted = names.Length > 0 ? names : [.. Copied(workspace, source)];
        Guards.RefuseUnknown(workspace, wanted);
        var closure = source.Closure(wanted);
        RefuseHalf(workspace, source, closure);
        var updates = new List<ModuleUpdate>();
        // Each file is rewritten, and then merged.
        using var progress = console.Progress("updating", 2 * closure.Sum(m => m.Files.Count));
        foreach (var module in closure)
        {
            var name = module.Manifest.Name;
            var current = workspace.Lock.Modules.GetValueOrDefault(name);
            if (current is null)
            {
                Guards.RefuseGraduated(module, source);
            }
            else if (current.Incubator != source.Name)
            {
                throw new ToolException(
                    ExitCode.Usage,
                    $"The copy of {name} is of the incubator '{current.Incubator}', and this is '{source.Name}'. Name its own: --source DIR"
                );
            }
            else if (
                !IsBehind(current, module, source)
                && Layout.Of(workspace.Intent!, name, source).Fits(current)
            )
            {
                continue;
            }

            RefuseEnded(module, source);
            var layout = Layout.Of(workspace.Intent!, name, source);
            var planner = new UpdatePlanner(workspace, $"{name} {source.Version}", favour);
            var copy = PristineCopy.Make(source, module, layout, progress.Step);
            if (current is null)
            {
                Guards.RefuseOverwriting(workspace.Folder, copy);
            }

            updates.Add(planner.Plan(current, copy, progress.Step));
        }

        return updates;
    }

    // The copies name one another: a new namespace must reach them all.
    private static void RefuseHalf(
        Workspace workspace,
        IncubatorSource source,
        IReadOnlyList<IncubatorModule> closure
    )
    {
        var left = Copied(workspace, source)
            .Except(closure.Select(module => module.Manifest.Name), StringComparer.Ordinal)
            .FirstOrDefault(name =>
                Layout.Of(workspace.Intent!, name, source).Namespace
                != workspace.Lock.Modules[name].Namespace
            );
        if (left is not null)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{Intent.FileName} asks for another namespace of {left}, too, than its copy has. Update all copies at once: common incubator update"
            );
        }
    }

    private static void WarnAbsent(ToolConsole console, Workspace workspace)
    {
        var absent = workspace
            .Intent!.Modules.Keys.Where(name => !workspace.Lock.Modules.ContainsKey(name))
            .Order(StringComparer.Ordinal);
        foreach (var name in absent)
        {
            console.Line(
                $"{Intent.FileName} asks for {name}, which is not copied. Run: common incubator add {name}",
                Tone.Warning
            );
        }
    }

    private static void OfferPackages(
        ToolConsole console,
        Workspace workspace,
        IncubatorSource source
    )
    {
        foreach (var name in Copied(workspace, source))
        {
            if (source.Get(name).Manifest.Graduated is { } graduated)
            {
                console.Line(
                    $"{name} has graduated in {graduated.Release}. Replace the copy by the package {graduated.Package}: common incubator graduate {name}",
                    Tone.Warning
                );
            }
        }
    }

    private static IEnumerable<string> Copied(Workspace workspace, IncubatorSource source) =>
        workspace
            .Lock.Sorted()
            .Where(module => module.Value.Incubator == source.Name)
            .Where(module => source.Find(module.Key) is not null)
            .Select(module => module.Key);

    private static bool IsBehind(
        LockedModule current,
        IncubatorModule module,
        IncubatorSource source
    ) => current.Version != source.Version || Inspector.CountBehind(current, module) > 0;

    private static void RefuseEnded(IncubatorModule module, IncubatorSource source)
    {
        if (
            module.Manifest.Graduated is { } graduated
            && graduated.StageAt(source.Version) == GraduationStage.Ended
        )
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{module.Manifest.Name} has graduated in {graduated.Release}, and its copies get no updates any more. Replace the copy by the package {graduated.Package}: common incubator graduate {module.Manifest.Name}"
            );
        }
    }

    private static Favour FavourOf(string policy) =>
        policy switch
        {
            "ours" => Favour.Ours,
            "theirs" => Favour.Theirs,
            _ => Favour.Markers,
        };
}
