using System.Reflection;

namespace Common.Packages.Tests;

/// <summary>Where this build was made, as the build wrote it down.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The folder that the restore of this build put packages into.</summary>
    public static string PackageCache { get; } = Metadata("NuGetPackageRoot");

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
