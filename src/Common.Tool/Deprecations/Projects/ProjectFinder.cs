using System.Text.RegularExpressions;
using Common.Tool.Shell;

namespace Common.Tool.Deprecations.Projects;

/// <summary>Finds the projects that a path names: one, those of a solution, or all below a folder.</summary>
internal static partial class ProjectFinder
{
    /// <summary>Finds them, in the order of their paths.</summary>
    /// <exception cref="ToolException">There is no such file or folder, or no project in it.</exception>
    public static IReadOnlyList<SourceProject> Find(string path)
    {
        var projects = Paths(path)
            .Select(Path.GetFullPath)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(p => new SourceProject(p))
            .ToList();
        return projects.Count > 0
            ? projects
            : throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{path}: there is no C# project (*.csproj) in it."
            );
    }

    /// <summary>The folder that places in a report are relative to.</summary>
    public static string RootOf(string path) =>
        Path.GetFullPath(
            Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!
        );

    private static IEnumerable<string> Paths(string path)
    {
        if (Directory.Exists(path))
        {
            return SourceProject.Files(Path.GetFullPath(path), "*.csproj", nested: true);
        }

        if (!File.Exists(path))
        {
            throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{path}: there is no such file or folder."
            );
        }

        return Path.GetExtension(path) switch
        {
            ".csproj" => [path],
            ".sln" or ".slnx" => InSolution(path),
            var other => throw new ToolException(
                ExitCode.Usage,
                $"{path}: a {other} file is neither a project nor a solution nor a folder."
            ),
        };
    }

    // Both formats name each project by its path in quotes.
    private static List<string> InSolution(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var projects = ProjectPath()
            .Matches(File.ReadAllText(path))
            .Select(m => Path.Combine(folder, m.Groups["path"].Value.Replace('\\', '/')))
            .ToList();
        return projects.Find(p => !File.Exists(p)) is { } missing
            ? throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{path}: the project {missing} is not there."
            )
            : projects;
    }

    [GeneratedRegex("\"(?<path>[^\"\r\n]+\\.csproj)\"", RegexOptions.NonBacktracking)]
    private static partial Regex ProjectPath();
}
