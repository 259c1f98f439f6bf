using System.Globalization;
using System.Text.RegularExpressions;
using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>The IDs, names and methods of events that are taken already, in the project and in what it references.</summary>
internal sealed class TakenEvents
{
    private const int FirstOfService = 1000;
    private const string EntryName = "Common.Abstractions.CatalogueEntryAttribute";

    // The catalogue's entries are written by our own generator, ID and name first.
    private static readonly Regex Head = new(
        "^\\{\"id\":(?<id>[0-9]+),\"name\":\"(?<name>[^\"]*)\"",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    private readonly HashSet<int> _ids = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byMeaning = new(StringComparer.Ordinal);
    private int _next = FirstOfService;

    /// <summary>Reads what a compilation has.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="events">The class that new events go to, if there is one: its events may be used again.</param>
    /// <param name="className">The name of that class, or of the one that is going to be written.</param>
    public TakenEvents(Compilation compilation, INamedTypeSymbol? events, string? className)
    {
        _methods.Add(className ?? string.Empty);
        foreach (var method in EventsClass.MethodsOf(compilation))
        {
            var arguments = EventsClass.AttributeOf(method)!.ConstructorArguments;
            Take(arguments[0].Value as int?, arguments[1].Value as string);
            if (
                SymbolEqualityComparer.Default.Equals(method.ContainingType, events)
                && method.IsExtensionMethod
                && arguments[2].Value is int kind
                && kind >= 0
                && kind < KindNames.Kinds.Length
                && arguments[3].Value is string summary
            )
            {
                _byMeaning[
                    EventDraft.MeaningOf(
                        KindNames.Kinds[kind],
                        summary,
                        method.Parameters.Skip(1).Select(EventParameters.Of)
                    )
                ] = method.Name;
            }
        }

        foreach (var member in events?.GetMembers() ?? [])
        {
            _methods.Add(member.Name);
        }

        _methods.UnionWith(EventsClass.NamesOnLoggers(compilation));

        TakeReferenced(compilation);
    }

    /// <summary>The method of an event that says the same, if there is one.</summary>
    public string? MethodOfSame(EventDraft draft) =>
        _byMeaning.TryGetValue(draft.Meaning, out var method) ? method : null;

    /// <summary>Gives an ID that nobody has: the wanted one if it is free and a service's.</summary>
    public int FreeId(int? wanted)
    {
        if (wanted >= FirstOfService && _ids.Add(wanted.Value))
        {
            _next = Math.Max(_next, wanted.Value + 1);
            return wanted.Value;
        }

        while (!_ids.Add(_next))
        {
            _next = _next == int.MaxValue ? FirstOfService : _next + 1;
        }

        return _next;
    }

    /// <summary>Gives a name that no event has.</summary>
    public string FreeName(string wanted) => Free(_names, wanted, "_");

    /// <summary>Gives a name that no method has.</summary>
    public string FreeMethod(string wanted) => Free(_methods, wanted, string.Empty);

    /// <summary>Keeps an event to be used again.</summary>
    public void Keep(EventDraft draft) => _byMeaning[draft.Meaning] = draft.Method;

    private static string Free(HashSet<string> taken, string wanted, string separator)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
        {
            name = wanted + separator + number;
        }

        return name;
    }

    private void Take(int? id, string? name)
    {
        if (id is { } number)
        {
            _ids.Add(number);
            _next = Math.Max(_next, number + 1); // after the last one, where people look for the new ones
        }

        _names.Add(name ?? string.Empty);
    }

    private void TakeReferenced(Compilation compilation)
    {
        if (compilation.GetTypeByMetadataName(EntryName) is not { } entry)
        {
            return;
        }

        foreach (
            var attribute in compilation
                .SourceModule.ReferencedAssemblySymbols.SelectMany(a => a.GetAttributes())
                .Where(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, entry))
        )
        {
            if (
                attribute.ConstructorArguments.Length == 2
                && attribute.ConstructorArguments[1].Value is string json
                && Head.Match(json) is { Success: true } head
                && int.TryParse(
                    head.Groups["id"].Value,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var id
                )
            )
            {
                _ids.Add(id);
                _names.Add(head.Groups["name"].Value);
            }
        }
    }
}
