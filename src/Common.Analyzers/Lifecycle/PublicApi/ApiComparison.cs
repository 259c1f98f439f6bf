using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.PublicApi;

/// <summary>Compares the public API of one compilation with the files that list it.</summary>
internal sealed class ApiComparison
{
    private readonly IAssemblySymbol _assembly;
    private readonly bool _isNullable;
    private readonly Location _start;
    private volatile bool _hasAnnotations;
    private readonly PublicSurface _surface = new();
    private readonly Dictionary<string, ApiLine> _lines = new(StringComparer.Ordinal);
    private readonly List<ApiLine> _duplicates = [];
    private readonly ConcurrentDictionary<ApiLine, bool> _found = new();
    private readonly Dictionary<string, ApiLine> _removed;
    private readonly ConcurrentDictionary<ApiLine, bool> _stillThere = new();

    public ApiComparison(ApiFile shipped, ApiFile unshipped, IAssemblySymbol assembly)
    {
        _assembly = assembly;
        _isNullable = shipped.IsNullable || unshipped.IsNullable;
        _start = shipped.Start;
        _removed = unshipped
            .RemovedLines.GroupBy(l => l.Text)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in shipped.Lines.Concat(unshipped.Lines))
        {
            if (seen.Add(line.Text.TrimStart(ApiName.Oblivious[0])))
            {
                _lines.Add(line.Text, line);
            }
            else
            {
                _duplicates.Add(line);
            }
        }
    }

    /// <summary>Reports what of a type is not listed.</summary>
    public void Compare(INamedTypeSymbol type, Action<Diagnostic> report)
    {
        foreach (var symbol in _surface.Of(type))
        {
            CompareOne(symbol, () => Place(symbol, type), report);
        }
    }

    /// <summary>Reports what of the types that the assembly forwards is not listed.</summary>
    public void CompareForwarded(Compilation compilation, Action<Diagnostic> report)
    {
        foreach (var attribute in _assembly.GetAttributes())
        {
            if (
                attribute.AttributeClass?.Name == "TypeForwardedToAttribute"
                && attribute.ConstructorArguments is [{ Value: INamedTypeSymbol type }]
            )
            {
                var place =
                    attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation()
                    ?? Location.None;
                foreach (var part in WithNested(type.OriginalDefinition))
                {
                    foreach (var symbol in _surface.Of(part))
                    {
                        CompareOne(symbol, () => place, report);
                    }
                }
            }
        }
    }

    /// <summary>Reports, when all types have been compared, the lines that nothing stands behind and those that stand twice.</summary>
    public void ReportRest(Action<Diagnostic> report)
    {
        if (_hasAnnotations)
        {
            report(
                Diagnostic.Create(
                    PublicApiRules.InvalidFile,
                    _start,
                    ApiFile.Shipped,
                    $"the first line must be '{ApiFile.NullableEnable}', since the API has nullable annotations"
                )
            );
        }

        foreach (var line in _lines.Values)
        {
            if (
                !_found.ContainsKey(line)
                && !_removed.ContainsKey(line.Text)
                && !ApiName.IsOfExtensionBlock(line.Text)
            )
            {
                // What a release shipped keeps its line there; that it goes is said in the other file.
                var edit = line.IsShipped
                    ? ApiEdit.Create(ApiFile.Unshipped, add: ApiFile.Removed + line.Text)
                    : ApiEdit.Create(ApiFile.Unshipped, remove: line.Text);
                Report(PublicApiRules.Gone, line, edit, PublicApiRules.IsGone);
            }
        }

        foreach (var line in _stillThere.Keys.OrderBy(l => l.Text, StringComparer.Ordinal))
        {
            var edit = ApiEdit.Create(ApiFile.Unshipped, remove: ApiFile.Removed + line.Text);
            Report(PublicApiRules.Gone, line, edit, PublicApiRules.IsStillThere);
        }

        foreach (var line in _duplicates)
        {
            var file = line.IsShipped ? ApiFile.Shipped : ApiFile.Unshipped;
            var edit = ApiEdit.Create(file, remove: line.Text);
            Report(PublicApiRules.Duplicate, line, edit);
        }

        void Report(
            DiagnosticDescriptor rule,
            ApiLine line,
            ImmutableDictionary<string, string?> edit,
            string? what = null
        ) => report(Diagnostic.Create(rule, line.Location, edit, line.Text, what));
    }

    private void CompareOne(ISymbol symbol, Func<Location> place, Action<Diagnostic> report)
    {
        var text = _isNullable
            ? ApiName.WithNullability(symbol, _assembly)
            : ApiName.WithoutNullability(symbol, _assembly);
        if (!_isNullable && !_hasAnnotations)
        {
            _hasAnnotations = text != ApiName.WithNullability(symbol, _assembly);
        }

        if (_removed.Count > 0)
        {
            NoteStillThere(symbol);
        }

        if (_lines.TryGetValue(text, out var line))
        {
            _found[line] = true;
            return;
        }

        if (_isNullable && FindOtherNullability(symbol) is { } other)
        {
            _found[other] = true;
            var file = other.IsShipped ? ApiFile.Shipped : ApiFile.Unshipped;
            Report(PublicApiRules.Nullability, ApiEdit.Create(file, text, other.Text));
        }
        else
        {
            Report(PublicApiRules.Undeclared, ApiEdit.Create(ApiFile.Unshipped, add: text));
        }

        void Report(DiagnosticDescriptor rule, ImmutableDictionary<string, string?> edit) =>
            report(Diagnostic.Create(rule, place(), edit, ApiName.InMessage(symbol)));
    }

    private ApiLine? FindOtherNullability(ISymbol symbol) =>
        Forms(symbol)
            .Select(f => _lines.TryGetValue(f, out var line) ? line : null)
            .FirstOrDefault(l => l is not null);

    // A line that takes away what is there takes it away in every form.
    private void NoteStillThere(ISymbol symbol)
    {
        foreach (var form in Forms(symbol))
        {
            if (_removed.TryGetValue(form, out var line))
            {
                _stillThere[line] = true;
            }
        }
    }

    private string[] Forms(ISymbol symbol)
    {
        var annotated = ApiName.WithNullability(symbol, _assembly).TrimStart(ApiName.Oblivious[0]);
        var plain = ApiName.WithoutNullability(symbol, _assembly);
        return [annotated, ApiName.Oblivious + annotated, plain, ApiName.Oblivious + plain];
    }

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) =>
        type.GetTypeMembers().SelectMany(WithNested).Prepend(type);

    // A place that a person can edit, if there is one: `dotnet format` passes over generated files. What a generator writes
    // whole, such as a class of constants, is told at the type around it, which asked for it.
    private static Location Place(ISymbol symbol, INamedTypeSymbol type)
    {
        var places = symbol.IsImplicitlyDeclared
            ? type.Locations
            : symbol.Locations.AddRange(type.Locations);
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            places = places.AddRange(outer.Locations);
        }

        return places.FirstOrDefault(p =>
                p.SourceTree is { FilePath: var path }
                && !path.EndsWith(".g.cs", StringComparison.Ordinal)
            ) ?? places.First();
    }
}
