using System.CommandLine;
using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Copies;
using Common.Tool.Incubator.Rewriting;
using Common.Tool.Incubator.Source;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary><c>common incubator graduate</c>: replaces the copy of a graduated module by its package.</summary>
internal static class GraduateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var module = new Argument<string>("module") { Description = "The module." };
        var patch = new Option<bool>("--patch")
        {
            Description =
                "Keep the edits of the copy as a patch in .common/graduated, and delete the copy.",
        };
        var package = new Option<string?>("--to")
        {
            Description =
                "In the library: the package that the module becomes. Its code moves to src, and no new copies are made.",
            HelpName = "PACKAGE",
        };
        var release = new Option<string?>("--release")
        {
            Description =
                "With --to: the release that first has the package. The default is the next major one.",
            HelpName = "RELEASE",
        };
        return new ToolCommand(
            "graduate",
            "Deletes the copy of a module that has become a package, once the service uses the package; in the library, makes the module one.",
            "common incubator graduate plugins --dry-run",
            "common incubator graduate plugins --patch",
            "common incubator graduate plugins --to Acme.Plugins --release 2.0"
        )
        {
            module,
            patch,
            package,
            release,
            IncubatorOptions.Project(),
            IncubatorOptions.Source(),
            IncubatorOptions.DryRun(),
            IncubatorOptions.Wait(),
        }.Runs(
            (parse, console, cancellationToken) =>
                parse.GetValue(package) is { } to
                    ? LibraryCommand.RunAsync(
                        console,
                        parse.GetValue(module)!,
                        to,
                        parse.GetValue(release),
                        IncubatorOptions.ProjectOf(parse),
                        IncubatorOptions.SourceOf(parse),
                        IncubatorOptions.WaitOf(parse),
                        IncubatorOptions.IsDryRun(parse),
                        cancellationToken
                    )
                    : RunAsync(
                        parse,
                        console,
                        parse.GetValue(module)!,
                        parse.GetValue(patch),
                        cancellationToken
                    )
        );
    }

    private static async Task<ExitCode> RunAsync(
        ParseResult parse,
        ToolConsole console,
        string name,
        bool keepPatch,
        CancellationToken cancellationToken
    )
    {
        var source = IncubatorOptions.OpenSource(parse);
        using var workspace = await IncubatorOptions
            .OpenAsync(parse, create: false, cancellationToken)
            .ConfigureAwait(false);
        Guards.RefusePending(workspace);
        Guards.RefuseUnknown(workspace, [name]);
        var graduated =
            source.Get(name).Manifest.Graduated
            ?? throw new ToolException(
                ExitCode.Usage,
                $"{name} has not graduated in {source.Name} {source.Version}: its copy stays."
            );
        var module = workspace.Lock.Modules[name];
        RefuseNeeded(workspace, source, name);
        RefuseUsed(workspace, module, graduated);
        var files = Inspector.Files(workspace, module);
        if (!keepPatch)
        {
            Guards.RefuseLosing(
                name,
                files,
                $"Bring the edits into {graduated.Package}, or keep them as a patch: --patch"
            );
        }

        var transaction = new Transaction(workspace.Folder);
        var patch = string.Concat(
            CopyDifferences.Local(workspace, name, module).Select(d => d.Patch)
        );
        if (patch.Length > 0)
        {
            transaction.Write(ToolPath.PatchOf(name), patch);
        }

        CopyDeletion.Prepare(module, files, transaction);
        transaction.Write(Intent.FileName, IntentText.Remove(workspace.IntentText!, name));
        workspace.Record(transaction, workspace.Lock.With(name, null));
        var dryRun = IncubatorOptions.IsDryRun(parse);
        if (!dryRun)
        {
            transaction.Commit();
        }

        console.Line(
            $"{name}: the copy {(dryRun ? "would be" : "was")} deleted. The service uses {graduated.Package} now."
        );
        if (patch.Length > 0)
        {
            console.Line($"The copy's edits are in {ToolPath.PatchOf(name)}.", Tone.Warning);
        }

        console.Document(writer =>
        {
            writer.WriteBoolean("dryRun", dryRun);
            writer.WriteString("module", name);
            writer.WriteString("package", graduated.Package);
            writer.WriteString("patch", patch.Length > 0 ? ToolPath.PatchOf(name) : null);
        });
        return ExitCode.Success;
    }

    private static void RefuseNeeded(Workspace workspace, IncubatorSource source, string name)
    {
        var by = workspace
            .Lock.Sorted()
            .Select(module => module.Key)
            .FirstOrDefault(other =>
                other != name
                && source.Find(other)?.Manifest.Modules.Contains(name, StringComparer.Ordinal)
                    == true
            );
        if (by is not null)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{by} needs the copy of {name}. Bring {by} up to date first: common incubator update {by}"
            );
        }
    }

    private static void RefuseUsed(Workspace workspace, LockedModule module, Graduation graduated)
    {
        var users = workspace
            .Folder.Sources(".")
            .Select(path => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path)
            .Where(path => !module.Files.ContainsKey(path))
            .Where(path => !path.Split('/').Any(part => part is "obj" or "bin"))
            // The service's own files are only looked at, whatever encoding they have.
            .Where(path =>
                NamespaceUse.IsIn(File.ReadAllText(workspace.Folder.Full(path)), module.Namespace)
            )
            .ToList();
        if (users.Count > 0)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{module.Namespace} is still used in {string.Join(", ", users.Take(5))}{(users.Count > 5 ? $" and {users.Count - 5} more" : "")}. Reference {graduated.Package} and move the code to {graduated.Namespace} first: dotnet format analyzers --diagnostics CMN7005 --severity info"
            );
        }
    }
}
