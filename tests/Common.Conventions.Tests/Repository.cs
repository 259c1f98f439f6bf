using System.Reflection;

namespace Common.Conventions.Tests;

/// <summary>The files of the repository: all but what a build makes.</summary>
internal static class Repository
{
    private static readonly HashSet<string> NotOurs =
    [
        ".git",
        ".idea",
        ".vs",
        ".vscode",
        "artifacts",
        "bin",
        "obj",
        "TestResults",
    ];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } =
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "RepositoryRoot")
            .Value!;

    /// <summary>All files, as paths from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [.. Walk(new(Root)).Order(StringComparer.Ordinal)];

    /// <summary>The files below a folder that have one of the extensions.</summary>
    public static IEnumerable<string> FilesOf(string folder, params string[] extensions) =>
        Files.Where(f =>
            f.StartsWith(folder, StringComparison.Ordinal)
            && extensions.Contains(Path.GetExtension(f))
        );

    /// <summary>The text of a file.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The lines of a file.</summary>
    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder
            .EnumerateFiles()
            .Select(f => Path.GetRelativePath(Root, f.FullName).Replace('\\', '/'))
            .Concat(
                folder.EnumerateDirectories().Where(d => !NotOurs.Contains(d.Name)).SelectMany(Walk)
            );
}
