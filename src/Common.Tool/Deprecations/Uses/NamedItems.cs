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
            .. Early(scope)
                .Concat(Declared(scope.Compilation))
                .Concat(Listed(scope))
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

    private static IEnumerable<DeprecatedItem> Listed(ProjectScope scope) =>
        from file in scope.Assets.DeprecatedLists
        let package = Path.GetFileName(file)[..^ProjectAssets.ListEnd.Length]
        where scope.References(package)
        from item in RecordFile.Read(File.ReadAllLines(file), static (_, _) => { })
        where !item.IsOfApi
        where !scope.Exceptions.IsRevoked(item, scope.ReleaseOf(package))
        from found in Item(item, package)
        select found;

    // What was removed before its time, since it could not be made safe.
    private static IEnumerable<DeprecatedItem> Early(ProjectScope scope) =>
        from removal in scope.Exceptions.Removals
        let exception = removal.Exception
        where exception.Surface is not (RecordItem.Api or RecordItem.Limit or RecordItem.Trait)
        where
            scope.References(removal.Package)
            && exception.In.IsNotAfter(scope.ReleaseOf(removal.Package))
        select new DeprecatedItem(
            exception.Surface,
            exception.Name,
            removal.Package,
            Since: null,
            exception.Reason,
            exception.In
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
