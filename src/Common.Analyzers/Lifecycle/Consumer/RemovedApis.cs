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

    /// <summary>Whether a file is one of those that packages carry: a list of what was deprecated, or of exceptions.</summary>
    public static bool IsCarried(AdditionalText file) => IsList(file) || IsExceptions(file);

    /// <summary>The names of the assemblies whose packages carry a file.</summary>
    public static IEnumerable<string> Packages(IEnumerable<AdditionalText> files) =>
        files.Where(IsCarried).Select(PackageOf);

    /// <summary>Reads what those packages carry that are referenced.</summary>
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
            .ToDictionary(
                g => g.Key,
                g => new Release(g.First().Version.Major, g.First().Version.Minor),
                StringComparer.OrdinalIgnoreCase
            );
        var carried = files.Where(f => IsCarried(f) && versions.ContainsKey(PackageOf(f))).ToList();
        var lists = carried
            .Where(IsList)
            .SelectMany(f =>
                RecordReader
                    .ReadLines(f, errors, RecordFile.Read, cancellationToken)
                    .Where(i => i is { Surface: RecordItem.Api, Deprecation: not null })
                    .Select(i => (Package: PackageOf(f), Item: i))
            )
            .ToList();
        var exceptions = new CarriedExceptions(
            carried
                .Where(IsExceptions)
                .Select(f =>
                    (
                        PackageOf(f),
                        RecordReader.ReadLines(f, errors, RecordException.Read, cancellationToken)
                    )
                )
        );
        return new RemovedApis(
            [
                .. lists
                    .Where(l => !exceptions.IsRevoked(l.Item, versions[l.Package]))
                    .Select(l => Due(l.Package, l.Item, versions[l.Package]))
                    .Concat(
                        exceptions
                            .Removals.Where(r => r.Exception.Surface == RecordItem.Api)
                            .Where(r => r.Exception.In.IsNotAfter(versions[r.Package]))
                            .Select(r =>
                                Early(
                                    r.Package,
                                    r.Exception,
                                    lists.FirstOrDefault(l => l.Item.Name == r.Exception.Name).Item
                                )
                            )
                    )
                    .OfType<RemovedEntry>()
                    .GroupBy(e => e.Item.Key)
                    .Select(g => g.OrderByDescending(e => e.IsForSecurity).First()),
            ],
            compilation
        );
    }

    /// <summary>What was removed by this name.</summary>
    public IEnumerable<RemovedEntry> Named(string name) => _byName[name];

    /// <summary>The types that were removed from a namespace.</summary>
    public IEnumerable<RemovedEntry> In(string @namespace) => _byNamespace[@namespace];

    private static RemovedEntry? Due(string package, RecordItem item, Release current) =>
        item.Deprecation is { } deprecation
        && Release.TryParse(deprecation.Since) is { } since
        && since.Removal.IsNotAfter(current)
        && RemovedApi.Parse(item.Name, deprecation.Replacement ?? "") is { } api
            ? new RemovedEntry(item, deprecation, api, package, since.Removal)
            : null;

    private static RemovedEntry? Early(
        string package,
        RecordException exception,
        RecordItem? listed
    )
    {
        var before = listed?.Deprecation;
        var deprecation = new Deprecation(
            before?.Since ?? "",
            before?.Replacement,
            exception.Reason
        );
        return RemovedApi.Parse(exception.Name, deprecation.Replacement ?? "") is { } api
            ? new RemovedEntry(
                new RecordItem(RecordItem.Api, exception.Name, deprecation),
                deprecation,
                api,
                package,
                exception.In,
                IsForSecurity: true
            )
            : null;
    }

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

    private static bool IsList(AdditionalText file) =>
        file.Path.EndsWith(FileEnd, StringComparison.Ordinal);

    private static bool IsExceptions(AdditionalText file) =>
        file.Path.EndsWith(RecordException.CarriedEnd, StringComparison.Ordinal);

    private static string PackageOf(AdditionalText file)
    {
        var name = Path.GetFileName(file.Path);
        var end = IsList(file) ? FileEnd : RecordException.CarriedEnd;
        return name.Substring(0, name.Length - end.Length);
    }
}
