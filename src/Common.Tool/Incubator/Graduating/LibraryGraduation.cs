using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Copies;
using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Rewriting;
using Common.Tool.Incubator.Source;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Graduating;

/// <summary>Plans how a module becomes a package of the library that owns the incubator.</summary>
internal sealed class LibraryGraduation
{
    private readonly ProjectFolder _library;
    private readonly IncubatorSource _source;
    private readonly IncubatorModule _module;
    private readonly string _package;
    private readonly string _release;

    /// <summary>Makes the plan.</summary>
    /// <param name="library">The library's folder, which holds <c>src</c> and <c>tests</c>.</param>
    /// <param name="source">Its incubator.</param>
    /// <param name="module">The module.</param>
    /// <param name="package">The package that it becomes; the namespace, too.</param>
    /// <param name="release">The release that first has the package.</param>
    public LibraryGraduation(
        ProjectFolder library,
        IncubatorSource source,
        string module,
        string package,
        string release
    )
    {
        _library = library;
        _source = source;
        _module = source.Get(module);
        _package = package;
        _release = release;
    }

    /// <summary>Puts everything into a transaction: the package, its tests, and the module's new stage, which ends the making of copies.</summary>
    /// <param name="manifest">The path of the module's manifest in the library.</param>
    /// <param name="transaction">Receives the changes.</param>
    /// <exception cref="ToolException">The module can't graduate.</exception>
    public void Prepare(string manifest, Transaction transaction)
    {
        var name = _module.Manifest.Name;
        if (_module.Manifest.Graduated is { } graduated)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{name} has graduated in {graduated.Release}, to {graduated.Package}."
            );
        }

        var needed = Needed();
        RefuseOverwriting();
        foreach (var file in _module.Files)
        {
            var folder = file.Kind == FileKind.Test ? $"tests/{_package}.Tests" : $"src/{_package}";
            transaction.Write($"{folder}/{file.Target}", Rewrite(file, needed));
        }

        transaction.Write(
            $"src/{_package}/{_package}.csproj",
            PackageProject.Source(_library, _module.Manifest, needed.Select(n => n.Package))
        );
        if (_module.Files.Any(file => file.Kind == FileKind.Test))
        {
            transaction.Write(
                $"tests/{_package}.Tests/{_package}.Tests.csproj",
                PackageProject.Tests(_package)
            );
        }

        var folderOfModule = manifest[..manifest.LastIndexOf('/')];
        if (_library.TryRead($"{folderOfModule}/README.md") is { } readme)
        {
            transaction.Write($"src/{_package}/README.md", readme);
        }

        transaction.Write(
            manifest,
            GraduatedManifest.Write(_library.TryRead(manifest)!, manifest, _release, _package)
        );
        if (
            _library.TryRead(LibraryPath.Changelog) is { } changes
            && ChangelogEntry.Add(TextForm.Normalise(changes), Entry()) is { } changed
        )
        {
            transaction.Write(LibraryPath.Changelog, TextStyle.Of(changes).Apply(changed));
        }
    }

    private string Entry()
    {
        var major = int.Parse(
            _release.Split('.')[0],
            System.Globalization.CultureInfo.InvariantCulture
        );
        return $"- **incubator/{_module.Manifest.Name}**: has become the package `{_package}`. Copies get corrections until the end of {major + 1}.x; replace them: `common incubator graduate {_module.Manifest.Name}`.";
    }

    // A package never depends on an incubating module.
    private List<Graduation> Needed()
    {
        var needed = _module.Manifest.Modules.Select(_source.Get).ToList();
        var open = needed.Where(module => module.Manifest.Graduated is null).ToList();
        return open.Count == 0
            ? [.. needed.Select(module => module.Manifest.Graduated!)]
            : throw new ToolException(
                ExitCode.Usage,
                $"{_module.Manifest.Name} needs {string.Join(", ", open.Select(m => m.Manifest.Name))}, which is incubating: a package depends on no incubating module. Let {open[0].Manifest.Name} graduate first."
            );
    }

    private void RefuseOverwriting()
    {
        foreach (var folder in (string[])[$"src/{_package}", $"tests/{_package}.Tests"])
        {
            _library.RefuseLinks(folder);
            if (Directory.Exists(_library.Full(folder)))
            {
                throw new ToolException(ExitCode.Refused, $"{folder} is there already.");
            }
        }
    }

    private string Rewrite(SourceFile file, List<Graduation> needed)
    {
        var text = Renamed(file.Text, _module.Manifest.Name, _package);
        foreach (var (module, graduation) in _module.Manifest.Modules.Zip(needed))
        {
            text = Renamed(text, module, graduation.Namespace);
        }

        return text;
    }

    private string Renamed(string text, string module, string to) =>
        NamespaceChanges.Apply(text, $"{_source.Namespace}.{Layout.PascalCase(module)}", to);
}
