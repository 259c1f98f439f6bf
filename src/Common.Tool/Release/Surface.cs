using Common.Analyzers.Lifecycle;
using Common.Analyzers.Lifecycle.PublicApi;
using Common.Analyzers.Lifecycle.Record;
using Microsoft.CodeAnalysis;

namespace Common.Tool.Release;

/// <summary>Reads what an assembly ships: its public API, what C# hides of it, and what its catalogue declares.</summary>
internal static class Surface
{
    /// <summary>Reads an assembly.</summary>
    public static ShippedPackage Read(string id, string version, IAssemblySymbol assembly)
    {
        var items = new Dictionary<(string, string), RecordItem>();
        var names = new Dictionary<(string, string), string>();
        foreach (var (symbol, item) in Api(assembly))
        {
            items.TryAdd(item.Key, item);
            names.TryAdd(item.Key, Name(symbol));
        }

        var surface = new PublicSurface();
        var types = Types(assembly.GlobalNamespace).ToList();
        var declared = Catalogue.Read(assembly).ToList();
        var hidden = types
            .SelectMany(t =>
                ApiLimits
                    .Of(t, surface, assembly)
                    .Concat(ApiTraits.Of(t, surface, assembly, implied: false))
            )
            .Select(h => h.Item);
        foreach (var item in hidden.Concat(declared))
        {
            items.TryAdd(item.Key, item);
            names.TryAdd(item.Key, item.Name);
        }

        AnnounceCodes(assembly, declared, names);

        return new ShippedPackage(id, version, [.. items.Values], names)
        {
            Implied = types
                .SelectMany(t => ApiTraits.Of(t, surface, assembly, implied: true))
                .Select(t => t.Item.Key)
                .ToHashSet(),
        };
    }

    private static IEnumerable<(ISymbol Symbol, RecordItem Item)> Api(IAssemblySymbol assembly)
    {
        var surface = new PublicSurface();
        var forwarded = assembly.GetForwardedTypes().SelectMany(WithNested);
        foreach (var type in Types(assembly.GlobalNamespace).Concat(forwarded))
        {
            foreach (var symbol in surface.Of(type))
            {
                var (deprecation, obsolete, declared) = Deprecated(symbol);
                yield return (
                    declared ?? symbol,
                    new RecordItem(
                        RecordItem.Api,
                        ApiName.WithNullability(symbol, assembly),
                        deprecation,
                        obsolete
                    )
                );
            }
        }
    }

    // The constant of an error's code is generated with the error, and announced with it.
    private static void AnnounceCodes(
        IAssemblySymbol assembly,
        IEnumerable<RecordItem> declared,
        Dictionary<(string, string), string> names
    )
    {
        var codes = declared
            .Where(i => i.Surface == "error")
            .Select(i => i.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var field in Types(assembly.GlobalNamespace)
                .Where(t => t is { Name: "Codes", ContainingType: not null })
                .SelectMany(t => t.GetMembers().OfType<IFieldSymbol>())
        )
        {
            if (field.ConstantValue is string code && codes.Contains(code))
            {
                names[(RecordItem.Api, ApiName.WithNullability(field, assembly))] = code;
            }
        }
    }

    // What a deprecated type has is deprecated and announced with it.
    private static (Deprecation?, string? Id, ISymbol? Declared) Deprecated(ISymbol symbol)
    {
        for (var s = symbol; s is not null and not INamespaceSymbol; s = s.ContainingSymbol)
        {
            foreach (
                var part in new[]
                {
                    s,
                    (s as IMethodSymbol)?.AssociatedSymbol,
                    ExtensionProperty(s),
                }.OfType<ISymbol>()
            )
            {
                if (Deprecation.Of(part) is { } deprecation)
                {
                    var obsolete = part.GetAttributes()
                        .FirstOrDefault(a => a.AttributeClass?.Name == "ObsoleteAttribute");
                    var id = obsolete
                        ?.NamedArguments.FirstOrDefault(a => a.Key == "DiagnosticId")
                        .Value.Value;
                    return (deprecation, id as string, part);
                }
            }
        }

        return default;
    }

    // What stands on a property of an `extension` block does not stand on the methods that it is compiled to; the block is a nested
    // type to this compiler, which is older. Where several receivers have the property, it is not told which is meant.
    private static IPropertySymbol? ExtensionProperty(ISymbol symbol) =>
        symbol is IMethodSymbol { IsStatic: true, ContainingType: { IsStatic: true } type }
        && symbol.Name.IndexOf('_') is 3
        && type.GetTypeMembers()
            .Where(t => !t.CanBeReferencedByName)
            .SelectMany(t => t.GetMembers(symbol.Name[4..]).OfType<IPropertySymbol>())
            .ToList()
            is [var property]
            ? property
            : null;

    /// <summary>All types of an assembly, nested ones too.</summary>
    public static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in Types(member))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) =>
        type.GetTypeMembers().SelectMany(WithNested).Prepend(type);

    private static string Name(ISymbol symbol) =>
        ApiName.InChangelog((symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol);
}
