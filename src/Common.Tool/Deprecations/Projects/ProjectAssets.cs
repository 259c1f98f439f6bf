using System.Text.Json;
using Common.Analyzers.Lifecycle.Record;
using Common.Tool.Shell;

namespace Common.Tool.Deprecations.Projects;

/// <summary>What a restore resolved for a project: <c>obj/project.assets.json</c>.</summary>
internal sealed class ProjectAssets
{
    /// <summary>What the name of a package's list ends with; before it stands the name of its assembly.</summary>
    public const string ListEnd = ".deprecated.txt";

    private readonly List<string> _assemblies = [];
    private readonly List<string> _lists = [];
    private readonly List<string> _exceptions = [];
    private readonly List<string> _projects = [];
    private readonly List<string> _frameworks = [];

    private ProjectAssets() { }

    /// <summary>The assemblies of packages to compile against.</summary>
    public IReadOnlyList<string> Assemblies => _assemblies;

    /// <summary>The lists of what each package ever shipped deprecated.</summary>
    public IReadOnlyList<string> DeprecatedLists => _lists;

    /// <summary>The exceptions from the policy that each package carries.</summary>
    public IReadOnlyList<string> Exceptions => _exceptions;

    /// <summary>The files of the projects that are referenced, also through others.</summary>
    public IReadOnlyList<string> Projects => _projects;

    /// <summary>The shared frameworks, such as <c>Microsoft.AspNetCore.App</c>.</summary>
    public IReadOnlyList<string> Frameworks => _frameworks;

    /// <summary>Reads the file of a project.</summary>
    /// <exception cref="ToolException">The project is not restored, or the file is damaged.</exception>
    public static ProjectAssets Read(SourceProject project)
    {
        var file = Path.Combine(project.Folder, "obj", "project.assets.json");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var assets = new ProjectAssets();
            assets.ReadTargets(project, document.RootElement);
            assets.ReadFrameworks(document.RootElement);
            return assets;
        }
        catch (Exception exception)
            when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{project.Path}: the project is not restored, so that its packages are not known; run dotnet restore first.",
                exception
            );
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{file}: the file is damaged; run dotnet restore again. {exception.Message}",
                exception
            );
        }
    }

    private void ReadTargets(SourceProject project, JsonElement root)
    {
        var folders = root.GetProperty("packageFolders")
            .EnumerateObject()
            .Select(p => p.Name)
            .ToList();
        var libraries = root.GetProperty("libraries");

        // A target with a slash is that of one runtime; all that is compiled against is in the plain one.
        var target = root.GetProperty("targets")
            .EnumerateObject()
            .First(t => !t.Name.Contains('/', StringComparison.Ordinal));
        foreach (var library in target.Value.EnumerateObject())
        {
            var found = libraries.GetProperty(library.Name);
            if (library.Value.GetProperty("type").ValueEquals("project"))
            {
                _projects.Add(
                    Path.GetFullPath(
                        Path.Combine(
                            project.Folder,
                            found.GetProperty("msbuildProject").GetString()!
                        )
                    )
                );
                continue;
            }

            var path = found.GetProperty("path").GetString()!;
            var folder = folders
                .Select(f => Path.Combine(f, path))
                .FirstOrDefault(Directory.Exists);
            if (folder is not null)
            {
                ReadPackage(folder, library.Value);
            }
        }
    }

    private void ReadPackage(string folder, JsonElement library)
    {
        if (library.TryGetProperty("compile", out var compile))
        {
            _assemblies.AddRange(
                compile
                    .EnumerateObject()
                    .Where(c => c.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                    .Select(c => Path.Combine(folder, c.Name))
                    .Where(File.Exists)
            );
        }

        var build = Path.Combine(folder, "buildTransitive");
        if (Directory.Exists(build))
        {
            _lists.AddRange(
                Directory.EnumerateFiles(build, "*" + ListEnd).Order(StringComparer.Ordinal)
            );
            _exceptions.AddRange(
                Directory
                    .EnumerateFiles(build, "*" + RecordException.CarriedEnd)
                    .Order(StringComparer.Ordinal)
            );
        }
    }

    private void ReadFrameworks(JsonElement root)
    {
        _frameworks.Add(FrameworkAssemblies.Base);
        foreach (
            var framework in root.GetProperty("project").GetProperty("frameworks").EnumerateObject()
        )
        {
            if (framework.Value.TryGetProperty("frameworkReferences", out var references))
            {
                _frameworks.AddRange(
                    references
                        .EnumerateObject()
                        .Select(r => r.Name)
                        .Where(n => !_frameworks.Contains(n))
                );
            }
        }
    }
}
