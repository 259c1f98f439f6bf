using Common.Analyzers.Lifecycle.Record;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>What the referenced packages had and have no more: each carries the list of all that it ever shipped deprecated.</summary>
internal sealed class RemovedApis
{
    /// <summary>What the name of a package's list ends with; before it stands the name of its assembly.</summary>
    public const string FileEnd = ".deprecated.txt";

    private readonly ILookup<
        string,
        (RecordItem Item, RemovedApi Api, string Package, Release In)
    > _byName;

    private RemovedApis(
        IEnumerable<(RecordItem Item, RemovedApi Api, string Package, Release In)> apis
    )
    {
        _byName = apis.ToLookup(a => a.Api.Name, StringComparer.Ordinal);
    }

    /// <summary>Whether nothing is removed.</summary>
    public bool IsEmpty => _byName.Count == 0;

    /// <summary>The names of the assemblies whose packages carry a list.</summary>
    public static IEnumerable<string> Packages(IEnumerable<AdditionalText> files) =>
        files
            .Select(f => Path.GetFileName(f.Path))
            .Where(n => n.EndsWith(FileEnd, StringComparison.Ordinal))
            .Select(n => n.Substring(0, n.Length - FileEnd.Length));

    /// <summary>Reads the lists of those packages that are referenced.</summary>
    public static RemovedApis Read(
        IEnumerable<AdditionalText> files,
        Compilation compilation,
        CancellationToken cancellationToken
    )
    {
        var versions = compilation
            .ReferencedAssemblyNames.GroupBy(n => n.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First().Version, StringComparer.OrdinalIgnoreCase);
        var found = new List<(RecordItem, RemovedApi, string, Release)>();
        foreach (var file in files.Where(f => f.Path.EndsWith(FileEnd, StringComparison.Ordinal)))
        {
            var name = Path.GetFileName(file.Path);
            var package = name.Substring(0, name.Length - FileEnd.Length);
            if (
                !versions.TryGetValue(package, out var version)
                || file.GetText(cancellationToken) is not { } text
            )
            {
                continue;
            }

            // A list that can't be read is the package's fault, not this project's: it tells nothing.
            var items = RecordFile.Read(
                [.. text.Lines.Select(l => l.ToString())],
                static (_, _) => { }
            );
            var current = new Release(version.Major, version.Minor);
            foreach (var item in items.Where(i => i.Surface == RecordItem.Api))
            {
                if (
                    item.Deprecation is { } deprecation
                    && Release.TryParse(deprecation.Since) is { } since
                    && since.Removal.IsNotAfter(current)
                    && RemovedApi.Parse(item.Name, deprecation.Replacement ?? "") is { } api
                )
                {
                    found.Add((item, api, package, since.Removal));
                }
            }
        }

        return new RemovedApis(found);
    }

    /// <summary>Whether something removed had this name; asked before anything is bound.</summary>
    public bool HasName(string name) =>
        _byName.Contains(name) || _byName.Contains(name + "Attribute");

    /// <summary>What a name that does not bind stood for, if that can be told.</summary>
    public (RecordItem Item, string Package, Release In)? Find(
        SimpleNameSyntax name,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        var text = name.Identifier.ValueText;
        foreach (
            var (item, api, package, release) in _byName[text].Concat(_byName[text + "Attribute"])
        )
        {
            if (RemovedUse.Fits(api.Old, name, model, cancellationToken))
            {
                return (item, package, release);
            }
        }

        return null;
    }
}
