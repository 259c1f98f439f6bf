using System.CommandLine;
using System.Xml;
using System.Xml.Linq;
using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Copies;
using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Merging;
using Common.Tool.Incubator.Source;
using Common.Tool.Incubator.Updating;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary><c>common incubator add</c>: copies modules and all that they need.</summary>
internal static class AddCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var modules = new Argument<string[]>("module")
        {
            Description = "The modules to copy.",
            Arity = ArgumentArity.OneOrMore,
        };
        var rootNamespace = new Option<string?>("--namespace")
        {
            Description =
                "The service's root namespace, for its first copy. The default is that of its project file.",
            HelpName = "NAME",
        };
        return new ToolCommand(
            "add",
            "Copies modules, and the modules that they need, into a service.",
            "common incubator add web",
            "common incubator add auth plugins --project src/Orders",
            "common incubator add web --namespace Acme.Orders --dry-run"
        )
        {
            modules,
            rootNamespace,
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
                    parse.GetValue(rootNamespace),
                    cancellationToken
                )
        );
    }

    private static async Task<ExitCode> RunAsync(
        ParseResult parse,
        ToolConsole console,
        string[] names,
        string? rootNamespace,
        CancellationToken cancellationToken
    )
    {
        var source = IncubatorOptions.OpenSource(parse);
        var closure = source.Closure(names);
        using var workspace = await IncubatorOptions
            .OpenAsync(parse, create: true, cancellationToken)
            .ConfigureAwait(false);
        Guards.RefusePending(workspace);
        RefuseNamespace(rootNamespace, workspace.Intent);
        var text =
            workspace.IntentText
            ?? IntentText.Create(rootNamespace ?? RootNamespaceOf(workspace.Folder));
        foreach (var name in names.Where(name => !Intent.Parse(text).Modules.ContainsKey(name)))
        {
            text = IntentText.Add(text, name);
        }

        var intent = Intent.Parse(text);
        var transaction = new Transaction(workspace.Folder);
        var updates = new List<ModuleUpdate>();
        foreach (
            var module in closure.Where(m => !workspace.Lock.Modules.ContainsKey(m.Manifest.Name))
        )
        {
            Guards.RefuseGraduated(module, source);
            Guards.RefuseAdvisories(module.Manifest.Name, source);
            var layout = Layout.Of(intent, module.Manifest.Name, source);
            var copy = PristineCopy.Make(source, module, layout);
            Guards.RefuseOverwriting(workspace.Folder, copy);
            updates.Add(
                new UpdatePlanner(workspace, source.Version, Favour.Markers).Plan(null, copy)
            );
        }

        UpdateApplication.Prepare(workspace, updates, transaction);
        transaction.Write(Intent.FileName, text);
        if (!IncubatorOptions.IsDryRun(parse))
        {
            transaction.Commit();
        }

        Report.Updates(console, updates, [], IncubatorOptions.IsDryRun(parse));
        foreach (var name in names.Where(name => workspace.Lock.Modules.ContainsKey(name)))
        {
            console.Line(
                $"{name} is here already, at {workspace.Lock.Modules[name].Version}. To bring it up to date: common incubator update {name}"
            );
        }

        foreach (var module in closure.Where(module => IsOld(module, names, workspace, source)))
        {
            var name = module.Manifest.Name;
            console.Line(
                $"{name} is here at {workspace.Lock.Modules[name].Version}, and what was copied was written for {source.Version}. Bring it up to date: common incubator update {name}",
                Tone.Warning
            );
        }

        Report.Needs(console, closure.Where(m => updates.Any(u => u.Module == m.Manifest.Name)));
        return ExitCode.Success;
    }

    // It is said once, for the first copy; later it would be passed over in silence.
    private static void RefuseNamespace(string? wanted, Intent? intent)
    {
        if (wanted is null)
        {
            return;
        }

        if (!Intent.IsNamespace(wanted))
        {
            throw new ToolException(
                ExitCode.Usage,
                "--namespace must be a namespace as Acme.Orders."
            );
        }

        if (intent is not null && intent.RootNamespace != wanted)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{Intent.FileName} says that the root namespace is {intent.RootNamespace}. To move the copies, change it there and run: common incubator update"
            );
        }
    }

    // A module that others need stays as it is; only who asks for it by name hears of that anyway.
    private static bool IsOld(
        IncubatorModule module,
        string[] names,
        Workspace workspace,
        IncubatorSource source
    ) =>
        !names.Contains(module.Manifest.Name, StringComparer.Ordinal)
        && workspace.Lock.Modules.TryGetValue(module.Manifest.Name, out var copy)
        && copy.Incubator == source.Name
        && Inspector.CountBehind(copy, module) > 0;

    private static string RootNamespaceOf(ProjectFolder folder)
    {
        var projects = Directory.GetFiles(folder.Path, "*.csproj");
        if (projects.Length != 1)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{folder.Path} has {projects.Length} project files, so its root namespace is not known. Name it: --namespace Acme.Orders"
            );
        }

        var name = DeclaredNamespace(projects[0]) ?? Path.GetFileNameWithoutExtension(projects[0]);
        return Intent.IsNamespace(name)
            ? name
            : throw new ToolException(
                ExitCode.Usage,
                $"The root namespace of {Path.GetFileName(projects[0])} is not plain text. Name it: --namespace Acme.Orders"
            );
    }

    private static string? DeclaredNamespace(string project)
    {
        try
        {
            return XDocument
                .Load(project)
                .Descendants()
                .FirstOrDefault(element => element.Name.LocalName == "RootNamespace")
                ?.Value;
        }
        catch (XmlException exception)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{Path.GetFileName(project)} is not XML: {exception.Message}",
                exception
            );
        }
    }
}
