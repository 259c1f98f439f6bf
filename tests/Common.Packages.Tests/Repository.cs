using System.Reflection;

namespace Common.Packages.Tests;

/// <summary>Where this build was made, as the build wrote it down.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The folder that the restore of this build put packages into.</summary>
    public static string PackageCache { get; } = Metadata("NuGetPackageRoot");

    /// <summary>Copies the sources, as another clone of the same commit has them.</summary>
    /// <param name="folder">The folder to make.</param>
    /// <returns>The folder.</returns>
    public static async Task<string> CopyAsync(string folder)
    {
        var listed = await Command.RunAsync(
            "git",
            Root,
            ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        );
        foreach (
            var file in listed
                .MustSucceed()
                .Output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Where(f => File.Exists(Path.Combine(Root, f)))
        )
        {
            var copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Root, file), copy);
        }

        // The commit is part of what is built.
        var git = Path.Combine(Root, ".git");
        await File.WriteAllTextAsync(
            Path.Combine(folder, ".git"),
            File.Exists(git) ? await File.ReadAllTextAsync(git) : $"gitdir: {git}\n"
        );
        return folder;
    }

    /// <summary>What the build wrote down under a key.</summary>
    public static string Metadata(string key) =>
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(a => a.Key == key)
            ?.Value
        ?? throw new InvalidOperationException(
            $"The build wrote no assembly metadata called {key}."
        );
}
