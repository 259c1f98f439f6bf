using System.CommandLine;
using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Copies;
using Common.Tool.Incubator.Source;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary><c>common incubator remove</c>: deletes copies, unless edits would be lost.</summary>
internal static class RemoveCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var modules = new Argument<string[]>("module")
        {
            Description = "The modules whose copies go.",
            Arity = ArgumentArity.OneOrMore,
        };
        var force = new Option<bool>("--force")
        {
            Description = "Delete edited files, too. Their edits are lost.",
        };
        return new ToolCommand(
            "remove",
            "Deletes the copies of modules, and of those that only they needed.",
            "common incubator remove auth",
            "common incubator remove auth --dry-run"
        )
        {
            modules,
            force,
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
                    parse.GetValue(force),
                    cancellationToken
                )
        );
    }

    private static async Task<ExitCode> RunAsync(
        ParseResult parse,
        ToolConsole console,
        string[] names,
        bool force,
        CancellationToken cancellationToken
    )
    {
        var source = IncubatorOptions.OpenSource(parse);
        using var workspace = await IncubatorOptions
            .OpenAsync(parse, create: false, cancellationToken)
            .ConfigureAwait(false);
        Guards.RefusePending(workspace);
        Guards.RefuseUnknown(workspace, names);
        var doomed = Doomed(workspace, source, names);
        var transaction = new Transaction(workspace.Folder);
        var next = workspace.Lock;
        var text = workspace.IntentText!;
        foreach (var name in doomed)
        {
            var module = workspace.Lock.Modules[name];
            var files = Inspector.Files(workspace, module);
            if (!force)
            {
                Guards.RefuseLosing(name, files, "Move the edits elsewhere, or lose them: --force");
            }

            CopyDeletion.Prepare(module, files, transaction);
            next = next.With(name, null);
            text = IntentText.Remove(text, name);
        }

        transaction.Write(Intent.FileName, text);
        workspace.Record(transaction, next);
        var dryRun = IncubatorOptions.IsDryRun(parse);
        if (!dryRun)
        {
            transaction.Commit();
        }

        foreach (var name in doomed)
        {
            console.Line($"{name} {(dryRun ? "would be removed" : "removed")}");
        }

        console.Document(writer =>
        {
            writer.WriteBoolean("dryRun", dryRun);
            writer.WriteStartArray("removed");
            foreach (var name in doomed)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        });
        return ExitCode.Success;
    }

    private static List<string> Doomed(Workspace workspace, IncubatorSource source, string[] names)
    {
        var kept = workspace
            .Intent!.Modules.Keys.Where(name => !names.Contains(name, StringComparer.Ordinal))
            .Where(workspace.Lock.Modules.ContainsKey)
            .ToList();
        var needed = source
            .Closure(kept.Where(name => source.Find(name) is not null))
            .Select(module => module.Manifest.Name)
            .Concat(kept)
            .ToHashSet(StringComparer.Ordinal);
        var wanted = names.FirstOrDefault(needed.Contains);
        if (wanted is not null)
        {
            var by = kept.First(name =>
                source.Find(name) is not null
                && source.Closure([name]).Any(module => module.Manifest.Name == wanted)
            );
            throw new ToolException(
                ExitCode.Usage,
                $"{by} needs {wanted}, so its copy stays. Remove {by} first, or with it."
            );
        }

        // What copies of another incubator need, this one does not know.
        return
        [
            .. workspace
                .Lock.Sorted()
                .Where(module =>
                    module.Value.Incubator == source.Name
                    || names.Contains(module.Key, StringComparer.Ordinal)
                )
                .Select(module => module.Key)
                .Where(name => !needed.Contains(name)),
        ];
    }
}
