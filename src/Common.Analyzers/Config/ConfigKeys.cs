using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Config;

/// <summary>Lists the keys of a section, those of the sections within it included.</summary>
internal sealed class ConfigKeys(Compilation compilation, CancellationToken cancellation)
{
    /// <summary>The classes that the present one lies in: one that lies in itself has no end, and the service says so.</summary>
    private readonly HashSet<ISymbol> _around = new(SymbolEqualityComparer.Default);

    public IEnumerable<ConfigKey> Of(INamedTypeSymbol type, ConfigSectionModel model) =>
        Of(type, model, model.Path, type.Name, place: null);

    private IEnumerable<ConfigKey> Of(
        INamedTypeSymbol type,
        ConfigSectionModel model,
        string path,
        string owner,
        Location? place
    )
    {
        foreach (var option in model.Options)
        {
            if (PropertyOf(type, option.Name) is not { } property)
            {
                continue;
            }

            var name = $"{owner}.{option.Name}";
            var at = place ?? property.Locations[0];
            yield return new ConfigKey($"{path}:{option.Name}", name, at);
            foreach (var older in option.DeprecatedKeys)
            {
                yield return new ConfigKey(older.Path, name, at);
            }

            if (
                option.Type.Name != "section"
                || property.Type is not INamedTypeSymbol inner
                || Read(inner) is not { } section
                || !_around.Add(inner)
            )
            {
                continue;
            }

            foreach (var key in Of(inner, section, $"{path}:{option.Name}", name, at))
            {
                yield return key;
            }

            _around.Remove(inner);
        }
    }

    private ConfigSectionModel? Read(INamedTypeSymbol type) =>
        type.GetAttributes()
            .FirstOrDefault(a =>
                a.AttributeClass?.ToDisplayString() == ConfigTypeReader.SectionAttribute
            )
            is { } attribute
            ? ConfigSectionReader.Read(type, attribute, compilation, cancellation).Model
            : null;

    private static IPropertySymbol? PropertyOf(INamedTypeSymbol type, string name)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
