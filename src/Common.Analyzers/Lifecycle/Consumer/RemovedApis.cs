using System.Collections.Immutable;
using Common.Analyzers.Lifecycle.Record;
using Common.Analyzers.Lifecycle.Replacements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>What the referenced packages had and have no more: each carries the list of all that it ever shipped deprecated.</summary>
internal sealed class RemovedApis
{
    /// <summary>What the name of a package's list ends with; before it stands the name of its assembly.</summary>
    public const string FileEnd = ".deprecated.txt";

    private readonly ILookup<string, RemovedEntry> _byName;
    private readonly ILookup<string, RemovedEntry> _byNamespace;
    private readonly Lazy<ImmutableHashSet<string>> _globalUsings;

    private RemovedApis(IReadOnlyCollection<RemovedEntry> apis, Compilation compilation)
    {
        _byName = apis.ToLookup(a => a.Api.Name, StringComparer.Ordinal);
        _byNamespace = apis.Where(a => a.Api.Old.Kind == OldApiKind.Type)
            .ToLookup(a => a.Api.Old.Namespace, StringComparer.Ordinal);
        Names = new NameFinder(NamesOf(_byName, _byNamespace));
        _globalUsings = new(() =>
            [
                .. compilation
                    .SyntaxTrees.Select(t => t.GetRoot())
                    .OfType<CompilationUnitSyntax>()
                    .SelectMany(u => u.Usings)
                    .Where(u => u.GlobalKeyword.RawKind != 0)
                    .Select(u => u.Name?.ToString() ?? ""),
            ]
        );
    }

    /// <summary>Whether nothing is removed.</summary>
    public bool IsEmpty => _byName.Count == 0;

    /// <summary>Whether an indexer is.</summary>
    public bool HasIndexers => _byName.Contains(RemovedApi.Indexer);

    /// <summary>Whether an operator or a conversion is.</summary>
    public bool HasOperators =>
        _byName.Any(g => g.Key.StartsWith(RemovedApi.Operator, StringComparison.Ordinal));

    /// <summary>Whether a constructor is.</summary>
    public bool HasConstructors =>
        _byName.Any(g => g.Any(a => a.Api.Old.Kind == OldApiKind.Constructor));

    /// <summary>The names of all that is removed; asked before anything is bound.</summary>
    public NameFinder Names { get; }

    /// <summary>The names in <c>global using</c> directives, whether they mean something or not.</summary>
    public ImmutableHashSet<string> GlobalUsings => _globalUsings.Value;

    /// <summary>Whether a file is the list of a package.</summary>
    public static bool IsList(AdditionalText file) =>
        file.Path.EndsWith(FileEnd, StringComparison.Ordinal);

    /// <summary>The names of the assemblies whose packages carry a list.</summary>
    public static IEnumerable<string> Packages(IEnumerable<AdditionalText> files) =>
        files.Where(IsList).Select(PackageOf);

    /// <summary>Reads the lists of those packages that are referenced.</summary>
    /// <param name="files">The project's additional files.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="errors">Takes what can't be read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static RemovedApis Read(
        IEnumerable<AdditionalText> files,
        Compilation compilation,
        ICollection<(Location Location, string Rule)> errors,
        CancellationToken cancellationToken
    )
    {
        var versions = compilation
            .ReferencedAssemblyNames.GroupBy(n => n.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First().Version, StringComparer.OrdinalIgnoreCase);
        var found = new List<RemovedEntry>();
        foreach (var file in files.Where(IsList))
        {
            var package = PackageOf(file);
            if (!versions.TryGetValue(package, out var version))
            {
                continue;
            }

            var current = new Release(version.Major, version.Minor);
            var items = RecordReader.ReadLines(file, errors, RecordFile.Read, cancellationToken);
            foreach (var item in items.Where(i => i.Surface == RecordItem.Api))
            {
                if (
                    item.Deprecation is { } deprecation
                    && Release.TryParse(deprecation.Since) is { } since
                    && since.Removal.IsNotAfter(current)
                    && RemovedApi.Parse(item.Name, deprecation.Replacement ?? "") is { } api
                )
                {
                    found.Add(new RemovedEntry(item, deprecation, api, package, since.Removal));
                }
            }
        }

        return new RemovedApis(found, compilation);
    }

    /// <summary>What was removed by this name.</summary>
    public IEnumerable<RemovedEntry> Named(string name) => _byName[name];

    /// <summary>The types that were removed from a namespace.</summary>
    public IEnumerable<RemovedEntry> In(string @namespace) => _byNamespace[@namespace];

    // An attribute is written without its ending, and a namespace is named in a directive.
    private static IEnumerable<string> NamesOf(
        ILookup<string, RemovedEntry> byName,
        ILookup<string, RemovedEntry> byNamespace
    )
    {
        const string attribute = "Attribute";
        var names = byName.Select(g => g.Key).ToList();
        return names
            .Concat(
                names
                    .Where(n => n.EndsWith(attribute, StringComparison.Ordinal))
                    .Select(n => n.Substring(0, n.Length - attribute.Length))
            )
            .Concat(byNamespace.Select(g => g.Key.Substring(g.Key.LastIndexOf('.') + 1)));
    }

    private static string PackageOf(AdditionalText file)
    {
        var name = Path.GetFileName(file.Path);
        return name.Substring(0, name.Length - FileEnd.Length);
    }
}
