using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Graduating;
using Common.Tool.Incubator.Source;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary>The part of <c>common incubator graduate</c> for the library: a module becomes a package.</summary>
internal static class LibraryCommand
{
    private const string Work = ".common";

    /// <summary>Runs it.</summary>
    /// <param name="console">Where the outcome is said.</param>
    /// <param name="module">The module.</param>
    /// <param name="package">The package that it becomes.</param>
    /// <param name="release">The release that first has it; the next major one without.</param>
    /// <param name="library">The library's folder.</param>
    /// <param name="incubator">Its incubator; the folder <c>incubator</c> in it without.</param>
    /// <param name="wait">How long to wait for another run.</param>
    /// <param name="dryRun">Whether nothing is changed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ExitCode> RunAsync(
        ToolConsole console,
        string module,
        string package,
        string? release,
        string library,
        string? incubator,
        TimeSpan wait,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        if (!Directory.Exists(library))
        {
            throw new ToolException(ExitCode.Usage, $"There is no folder {library}.");
        }

        var folder = new ProjectFolder(library);
        using var held = await HoldAsync(folder, wait, cancellationToken).ConfigureAwait(false);
        Transaction.Recover(folder, LibraryPath.Check);
        var source = IncubatorSource.Open(incubator ?? folder.Full("incubator"));
        if (!Intent.IsNamespace(package))
        {
            throw new ToolException(
                ExitCode.Usage,
                "--to must be the name of a package that is a namespace, too, as Acme.Plugins."
            );
        }

        var first = release ?? NextMajor(source.Version);
        if (!Graduation.IsRelease(first))
        {
            throw new ToolException(ExitCode.Usage, "--release must be a release as 2.0.");
        }

        var manifest =
            $"{RelativePath(folder, source)}/{source.Get(module).Manifest.Name}/module.json";
        var transaction = new Transaction(folder, rule: LibraryPath.Check);
        new LibraryGraduation(folder, source, module, package, first).Prepare(
            manifest,
            transaction
        );
        var changes = transaction.Changes.Select(change => change.Path).ToList();
        if (!dryRun)
        {
            transaction.Commit();
        }

        Say(console, module, package, first, changes, dryRun);
        return ExitCode.Success;
    }

    private static void Say(
        ToolConsole console,
        string module,
        string package,
        string release,
        List<string> changes,
        bool dryRun
    )
    {
        console.Line(
            $"{module} {(dryRun ? "would become" : "becomes")} the package {package} in {release}; its copies get no other changes than corrections.",
            Tone.Strong
        );
        changes.ForEach(path => console.Line($"  {path}"));
        console.Document(writer =>
        {
            writer.WriteBoolean("dryRun", dryRun);
            writer.WriteString("module", module);
            writer.WriteString("package", package);
            writer.WriteString("release", release);
            writer.WriteStartArray("files");
            changes.ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
        });
    }

    private static string RelativePath(ProjectFolder folder, IncubatorSource source)
    {
        var path = Path.GetRelativePath(folder.Path, source.Folder).Replace('\\', '/');
        SafePath.Check(path, "--source");
        return path;
    }

    // The folder ignores itself: it holds only what a run needs while it lasts.
    private static async Task<IDisposable?> HoldAsync(
        ProjectFolder folder,
        TimeSpan wait,
        CancellationToken cancellationToken
    )
    {
        folder.RefuseLinks(Work);
        if (!Directory.Exists(folder.Full(Work)))
        {
            Directory.CreateDirectory(folder.Full(Work));
            await File.WriteAllTextAsync(folder.Full(ToolPath.Ignore), "*\n", cancellationToken)
                .ConfigureAwait(false);
        }

        return await ProjectLock
            .AcquireAsync(folder, wait, TimeProvider.System, cancellationToken)
            .ConfigureAwait(false);
    }

    private static string NextMajor(string version) =>
        FormattableString.Invariant($"{Graduation.MajorOf(version) + 1}.0");
}
