using Common.Tool.Incubator.Files;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Source;

/// <summary>An incubator that modules are copied from: the one in the tool's package, or a folder of the same shape.</summary>
internal sealed class IncubatorSource
{
    private readonly Dictionary<string, IncubatorModule> _modules;

    private IncubatorSource(
        string folder,
        string name,
        string version,
        string rootNamespace,
        IReadOnlyList<Advisory> advisories,
        Dictionary<string, IncubatorModule> modules
    )
    {
        Folder = folder;
        Name = name;
        Version = version;
        Namespace = rootNamespace;
        Advisories = advisories;
        _modules = modules;
    }

    /// <summary>The folder that it lies in.</summary>
    public string Folder { get; }

    /// <summary>The incubator's name.</summary>
    public string Name { get; }

    /// <summary>The version of all its modules.</summary>
    public string Version { get; }

    /// <summary>The namespace that those of its modules begin with, as <c>Common.Incubator</c>.</summary>
    public string Namespace { get; }

    /// <summary>What is known to be wrong with released modules.</summary>
    public IReadOnlyList<Advisory> Advisories { get; }

    /// <summary>The modules, sorted by name.</summary>
    public IEnumerable<IncubatorModule> Modules =>
        _modules.Values.OrderBy(module => module.Manifest.Name, StringComparer.Ordinal);

    /// <summary>Opens an incubator.</summary>
    /// <param name="folder">Its folder, or <see langword="null"/> for the one in the tool's package.</param>
    /// <exception cref="ToolException">There is none, or one of its files is wrong.</exception>
    public static IncubatorSource Open(string? folder)
    {
        var path = Path.GetFullPath(folder ?? Path.Combine(AppContext.BaseDirectory, "incubator"));
        var index = Path.Combine(path, "incubator.json");
        if (!File.Exists(index))
        {
            throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{folder ?? path} is not an incubator: it has no incubator.json."
            );
        }

        var root = JsonText
            .Parse(TextForm.Read(index, "incubator.json"), "incubator.json")
            .Only("schema", "name", "version", "namespace", "advisories");
        return new IncubatorSource(
            path,
            root.Field("name").Text(),
            root.Find("version")?.Text() ?? ToolHost.Version,
            root.Field("namespace").Text(),
            [.. root.Find("advisories")?.Items().Select(Advisory.Parse) ?? []],
            ReadModules(path)
        );
    }

    /// <summary>Finds a module.</summary>
    /// <returns>The module, or <see langword="null"/> if the incubator has none of that name.</returns>
    public IncubatorModule? Find(string name) => _modules.GetValueOrDefault(name);

    /// <summary>Finds a module that must be there.</summary>
    /// <exception cref="ToolException">There is none of that name.</exception>
    public IncubatorModule Get(string name) =>
        Find(name)
        ?? throw new ToolException(
            ExitCode.Usage,
            $"The incubator '{Name}' {Version} has no module '{Shorten(name)}'. It has: {string.Join(", ", Modules.Select(module => module.Manifest.Name))}."
        );

    /// <summary>Gives modules and all that they need, needed ones first.</summary>
    public IReadOnlyList<IncubatorModule> Closure(IEnumerable<string> names)
    {
        var result = new List<IncubatorModule>();
        var open = new List<string>();
        foreach (var name in names)
        {
            Visit(name, open, result);
        }

        return result;
    }

    private void Visit(string name, List<string> open, List<IncubatorModule> result)
    {
        if (open.Contains(name, StringComparer.Ordinal))
        {
            throw new ToolException(
                ExitCode.SourceUnavailable,
                $"The modules {string.Join(" -> ", open)} -> {name} need one another in a circle."
            );
        }

        var module = Get(name);
        if (result.Contains(module))
        {
            return;
        }

        open.Add(name);
        foreach (var needed in module.Manifest.Modules)
        {
            Visit(needed, open, result);
        }

        open.RemoveAt(open.Count - 1);
        result.Add(module);
    }

    private static Dictionary<string, IncubatorModule> ReadModules(string path)
    {
        var modules = new Dictionary<string, IncubatorModule>(StringComparer.Ordinal);
        foreach (var folder in Directory.EnumerateDirectories(path))
        {
            var name = Path.GetFileName(folder);
            var file = Path.Combine(folder, "module.json");
            if (!File.Exists(file))
            {
                continue;
            }

            var manifest = ModuleManifest.Parse(
                TextForm.Read(file, $"{name}/module.json"),
                $"{name}/module.json"
            );
            if (manifest.Name != name)
            {
                throw new ToolException(
                    ExitCode.Usage,
                    $"{name}/module.json: name is '{manifest.Name}'; it must be the name of the folder."
                );
            }

            modules.Add(name, new(manifest, () => ModuleFiles.Read(folder, manifest)));
        }

        return modules;
    }

    private static string Shorten(string name) =>
        ModuleManifest.IsName(name) ? name : $"({name.Length} characters)";
}
