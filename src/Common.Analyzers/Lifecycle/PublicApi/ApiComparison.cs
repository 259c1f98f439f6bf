using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.PublicApi;

/// <summary>Compares the public API of one compilation with the files that list it.</summary>
internal sealed class ApiComparison
{
    private readonly ApiFile _unshipped;
    private readonly IAssemblySymbol _assembly;
    private readonly bool _isNullable;
    private readonly PublicSurface _surface = new();
    private readonly Dictionary<string, ApiLine> _lines = new(StringComparer.Ordinal);
    private readonly List<ApiLine> _duplicates = [];
    private readonly ConcurrentDictionary<ApiLine, bool> _found = new();

    public ApiComparison(ApiFile shipped, ApiFile unshipped, IAssemblySymbol assembly)
    {
        _unshipped = unshipped;
        _assembly = assembly;
        _isNullable = shipped.IsNullable || unshipped.IsNullable;
        foreach (var line in shipped.Lines.Concat(unshipped.Lines))
        {
            if (_lines.ContainsKey(line.Text))
            {
                _duplicates.Add(line);
            }
            else
            {
                _lines.Add(line.Text, line);
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
                foreach (var symbol in _surface.Of(type))
                {
                    CompareOne(symbol, () => place, report);
                }
            }
        }
    }

    /// <summary>Reports, when all types have been compared, the lines that nothing stands behind and those that stand twice.</summary>
    public void ReportRest(Action<Diagnostic> report)
    {
        var removed = new HashSet<string>(_unshipped.RemovedLines.Select(l => l.Text));
        foreach (var line in _lines.Values)
        {
            if (!_found.ContainsKey(line) && !removed.Contains(line.Text))
            {
                // What a release shipped keeps its line there; that it goes is said in the other file.
                var edit = line.IsShipped
                    ? ApiEdit.Create(ApiFile.Unshipped, add: ApiFile.Removed + line.Text)
                    : ApiEdit.Create(ApiFile.Unshipped, remove: line.Text);
                report(Diagnostic.Create(PublicApiRules.Gone, line.Location, edit, line.Text));
            }
        }

        foreach (var line in _duplicates)
        {
            var file = line.IsShipped ? ApiFile.Shipped : ApiFile.Unshipped;
            var edit = ApiEdit.Create(file, remove: line.Text);
            report(Diagnostic.Create(PublicApiRules.Duplicate, line.Location, edit, line.Text));
        }
    }

    private void CompareOne(ISymbol symbol, Func<Location> place, Action<Diagnostic> report)
    {
        var text = _isNullable
            ? ApiName.WithNullability(symbol, _assembly)
            : ApiName.WithoutNullability(symbol, _assembly);
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

        void Report(
            DiagnosticDescriptor rule,
            System.Collections.Immutable.ImmutableDictionary<string, string?> edit
        ) => report(Diagnostic.Create(rule, place(), edit, ApiName.InMessage(symbol)));
    }

    private ApiLine? FindOtherNullability(ISymbol symbol)
    {
        var annotated = ApiName.WithNullability(symbol, _assembly).TrimStart('~');
        var plain = ApiName.WithoutNullability(symbol, _assembly);
        foreach (var text in new[] { annotated, plain })
        {
            if (
                _lines.TryGetValue(text, out var line)
                || _lines.TryGetValue(ApiName.Oblivious + text, out line)
            )
            {
                return line;
            }
        }

        return null;
    }

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
