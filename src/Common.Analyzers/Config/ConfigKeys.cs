using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Config;

/// <summary>Lists the keys of a section, those of the sections within it included.</summary>
internal static class ConfigKeys
{
    private const int DepthLimit = 16;

    public static IEnumerable<ConfigKey> Of(
        INamedTypeSymbol type,
        ConfigSectionModel model,
        Compilation compilation,
        CancellationToken cancellation
    ) => Of(type, model, model.Path, type.Name, place: null, compilation, cancellation, depth: 0);

    private static IEnumerable<ConfigKey> Of(
        INamedTypeSymbol type,
        ConfigSectionModel model,
        string path,
        string owner,
        Location? place,
        Compilation compilation,
        CancellationToken cancellation,
        int depth
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
                || depth == DepthLimit
                || property.Type is not INamedTypeSymbol inner
                || Read(inner, compilation, cancellation) is not { } section
            )
            {
                continue;
            }

            foreach (
                var key in Of(
                    inner,
                    section,
                    $"{path}:{option.Name}",
                    name,
                    at,
                    compilation,
                    cancellation,
                    depth + 1
                )
            )
            {
                yield return key;
            }
        }
    }

    private static ConfigSectionModel? Read(
        INamedTypeSymbol type,
        Compilation compilation,
        CancellationToken cancellation
    ) =>
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
