using System.Collections.Concurrent;
using NuGet.Versioning;

namespace Common.Tool.Deprecations.Projects;

/// <summary>Finds the assemblies of a shared framework beside the runtime that the tool itself runs on; an SDK is not needed.</summary>
internal sealed class FrameworkAssemblies
{
    /// <summary>The framework that every project has.</summary>
    public const string Base = "Microsoft.NETCore.App";

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _known = new(
        StringComparer.Ordinal
    );

    /// <summary>The assemblies of the newest installed version; none if the framework is not installed.</summary>
    public IReadOnlyList<string> Of(string framework) => _known.GetOrAdd(framework, Find);

    private static IReadOnlyList<string> Find(string framework)
    {
        // …/shared/Microsoft.NETCore.App/10.0.0/System.Private.CoreLib.dll
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var folder = Path.Combine(runtime, "..", "..", framework);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var newest = Directory
            .EnumerateDirectories(folder)
            .Where(d => NuGetVersion.TryParse(Path.GetFileName(d), out _))
            .MaxBy(d => NuGetVersion.Parse(Path.GetFileName(d)));
        return newest is null
            ? []
            : [.. Directory.EnumerateFiles(newest, "*.dll").Where(IsManaged)];
    }

    private static bool IsManaged(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new System.Reflection.PortableExecutable.PEReader(stream);
        return image.HasMetadata;
    }
}
