using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Tests.Harness;

/// <summary>The assemblies that tested code compiles against: those that this test project runs on.</summary>
internal static class PlatformReferences
{
    private static readonly ImmutableDictionary<string, MetadataReference> All = Load();

    /// <summary>All but the named ones.</summary>
    public static IEnumerable<MetadataReference> Without(ImmutableHashSet<string> names) =>
        All.Where(r => !names.Contains(r.Key)).Select(r => r.Value);

    private static ImmutableDictionary<string, MetadataReference> Load()
    {
        var paths = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return paths
            .Split(Path.PathSeparator)
            .Where(p => !IsOurTool(Path.GetFileNameWithoutExtension(p)))
            .DistinctBy(p => Path.GetFileName(p)) // some hosts list the core library twice
            .ToImmutableDictionary(
                p => Path.GetFileNameWithoutExtension(p),
                p => (MetadataReference)MetadataReference.CreateFromFile(p),
                StringComparer.Ordinal
            );
    }

    private static bool IsOurTool(string name) =>
        name.Contains("Common.Analyzers", StringComparison.Ordinal)
        || name.StartsWith("xunit", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);
}
