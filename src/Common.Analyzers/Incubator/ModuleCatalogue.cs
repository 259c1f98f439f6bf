using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Incubator;

/// <summary>What is known of the modules: inside this assembly, and in files <c>module.json</c> that a build of another incubator hands over.</summary>
internal static class ModuleCatalogue
{
    private const string FileName = "module.json";
    private const string IndexName = "incubator.json";

    private static readonly Lazy<ImmutableDictionary<string, ModuleEntry>> Embedded = new(
        ReadEmbedded
    );

    /// <summary>Gives the modules by their names.</summary>
    public static ImmutableDictionary<string, ModuleEntry> Of(
        AnalyzerOptions options,
        CancellationToken cancellationToken
    )
    {
        var result = Embedded.Value;
        foreach (
            var file in options.AdditionalFiles.Where(f => Path.GetFileName(f.Path) == FileName)
        )
        {
            var text = file.GetText(cancellationToken)?.ToString() ?? "";
            if (Read(text, ReleaseOf(file, options, cancellationToken)) is { } entry)
            {
                result = result.SetItem(entry.Name, entry);
            }
        }

        return result;
    }

    // The list of the incubator lies beside the folders of its modules, and names the release.
    private static Version? ReleaseOf(
        AdditionalText module,
        AnalyzerOptions options,
        CancellationToken cancellationToken
    )
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(module.Path) ?? "");
        var index = options.AdditionalFiles.FirstOrDefault(file =>
            Path.GetFileName(file.Path) == IndexName && Path.GetDirectoryName(file.Path) == folder
        );
        var version = CopyJson
            .TryParse(index?.GetText(cancellationToken)?.ToString() ?? "")
            ?.TextOf("version");
        return version is { Length: > 0 } ? ReleaseNumber.Parse(version) : null;
    }

    private static ImmutableDictionary<string, ModuleEntry> ReadEmbedded()
    {
        var assembly = typeof(ModuleCatalogue).Assembly;
        var version = ReleaseNumber.Parse(
            assembly
                .GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion
                ?? ""
        );
        var result = ImmutableDictionary<string, ModuleEntry>.Empty;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.EndsWith(FileName, StringComparison.Ordinal))
            {
                continue;
            }

            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            if (Read(reader.ReadToEnd(), version) is { } entry)
            {
                result = result.SetItem(entry.Name, entry);
            }
        }

        return result;
    }

    // A file that is handed over alone speaks of the last release that it knows.
    private static ModuleEntry? Read(string text, Version? current)
    {
        if (CopyJson.TryParse(text) is not { } root || root.TextOf("name").Length == 0)
        {
            return null;
        }

        var graduated = root.Find("graduated");
        var changes = (root.Find("changes")?.Items ?? [])
            .Select(change => new ModuleChange(
                change.TextOf("release"),
                [.. (change.Find("api")?.Items ?? []).Select(item => item.Text)]
            ))
            .ToImmutableArray();
        return new ModuleEntry
        {
            Name = root.TextOf("name"),
            Current =
                current
                ?? changes
                    .Select(change => ReleaseNumber.Parse(change.Release))
                    .DefaultIfEmpty(new Version(0, 0, 0))
                    .Max(),
            Changes = changes,
            Graduated = graduated?.TextOf("release") ?? "",
            Package = graduated?.TextOf("package") ?? "",
            Namespace = graduated?.TextOf("namespace") ?? "",
            Types = (graduated?.Find("types")?.Fields ?? []).ToImmutableDictionary(
                type => type.Name,
                type => type.Value.Text,
                StringComparer.Ordinal
            ),
        };
    }
}
