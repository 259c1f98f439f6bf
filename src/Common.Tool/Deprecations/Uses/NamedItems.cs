using Common.Analyzers.Lifecycle.Record;
using Common.Tool.Deprecations.Projects;
using Common.Tool.Release;
using Microsoft.CodeAnalysis;

namespace Common.Tool.Deprecations.Uses;

/// <summary>What goes away of the surfaces that are used by name: configuration keys, events, error codes and headers.</summary>
internal static class NamedItems
{
    private const string Abstractions = "Common.Abstractions";

    /// <summary>Reads it from the referenced assemblies, and from the lists of what was removed, each thing once.</summary>
    public static IReadOnlyList<DeprecatedItem> Of(ProjectScope scope) =>
        [
            .. Declared(scope.Compilation)
                .Concat(Listed(scope.Assets.DeprecatedLists))
                .Where(i => scope.References(i.Package))
                .DistinctBy(i => (i.Surface, i.Name)),
        ];

    private static IEnumerable<DeprecatedItem> Declared(Compilation compilation) =>
        compilation
            .SourceModule.ReferencedAssemblySymbols.Where(CanDeclare)
            .SelectMany(a => Catalogue.Read(a).SelectMany(i => Item(i, a.Name)));

    // What declares anything has the attributes, under whatever prefix the package was published.
    private static bool CanDeclare(IAssemblySymbol assembly) =>
        assembly.Modules.Any(m =>
            m.ReferencedAssemblies.Any(r => r.Name.EndsWith(Abstractions, StringComparison.Ordinal))
        );

    private static IEnumerable<DeprecatedItem> Listed(IEnumerable<string> files) =>
        files.SelectMany(file =>
            RecordFile
                .Read(File.ReadAllLines(file), static (_, _) => { })
                .Where(i => i.Surface is not (RecordItem.Api or RecordItem.Limit))
                .SelectMany(i => Item(i, Path.GetFileName(file)[..^ProjectAssets.ListEnd.Length]))
        );

    private static IEnumerable<DeprecatedItem> Item(RecordItem item, string package) =>
        item.Deprecation is { } deprecation
            ?
            [
                new DeprecatedItem(
                    item.Surface,
                    item.Name,
                    package,
                    ReleaseNumber.TryParse(deprecation.Since),
                    deprecation.Advice
                ),
            ]
            : [];
}
