using Common.Config.Binding;
using Common.Config.Catalogue;

namespace Common.Config.Internal.Commands;

/// <summary>Makes the sections of a catalogue into ones that can be checked, without the service's code.</summary>
internal sealed class CatalogueModels(ConfigCatalogue catalogue)
{
    private readonly Dictionary<string, CatalogueModel> _models = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _unchecked = new(StringComparer.Ordinal);

    /// <summary>Gives the sections with a path, and what cannot be checked without running the service.</summary>
    public static (IReadOnlyList<ConfigSection> Sections, IReadOnlyCollection<string> Unchecked) Of(
        ConfigCatalogue catalogue
    )
    {
        var models = new CatalogueModels(catalogue);
        List<ConfigSection> sections = [.. catalogue.Sections.Select(models.Section)];
        return (sections, models._unchecked);
    }

    private CatalogueModel Section(CatalogueSection section)
    {
        if (!_models.TryGetValue(section.Class, out var model))
        {
            model = new CatalogueModel(
                section.Path,
                () => [.. section.Options.Select(option => Option(section, option))]
            )
            {
                RemovedKeys = section.RemovedKeys,
            };
            _models.Add(section.Class, model);
            model.Complete();
        }

        return model;
    }

    private ConfigOption Option(CatalogueSection section, CatalogueOption option)
    {
        try
        {
            return Type(section, option.Name, option.Type).MakeOption(option);
        }
        catch (ArgumentException)
        {
            // A pattern or limit that only the service itself can read.
            _unchecked.Add($"{section.Path}:{option.Name}: its rules");
            return Type(section, option.Name, option.Type)
                .MakeOption(new CatalogueOption(option.Name, option.Type, option.Help));
        }
    }

    private ConfigType Type(CatalogueSection section, string option, CatalogueType type)
    {
        switch (type.Name)
        {
            case "list" or "set":
                return Type(section, option, type.Element!).ListOf();
            case "dictionary":
                return Type(section, option, type.Element!)
                    .DictionaryOf(type.Key is { } key ? Type(section, option, key) : null);
            case "enum":
                return ConfigTypes.Names(type.Values, type.IsFlags);
            case "section" when catalogue.Find(type.Class) is { } inner:
                return new CatalogueSectionType(Section(inner));
            case "text" or "section":
                _unchecked.Add($"{section.Path}:{option}: the form of {type.Of ?? type.Class}");
                return ConfigTypes.String;
            default:
                return ConfigTypes.ByName(type.Name) ?? ConfigTypes.String;
        }
    }

    /// <summary>Makes the rules of an option from the catalogue.</summary>
    public static IEnumerable<ConfigRule<T>> Rules<T>(ConfigType<T> type, CatalogueOption option)
    {
        if (option is { Minimum: { } minimum, Maximum: { } maximum })
        {
            yield return ConfigRules.Limits(
                type,
                minimum,
                maximum,
                option.MinimumIsExclusive,
                option.MaximumIsExclusive
            );
        }

        if (option.Allowed.Count > 0)
        {
            yield return ConfigRules.AllowedValues(type, [.. option.Allowed]);
        }

        var (low, high) = (option.MinLength ?? 0, option.MaxLength ?? int.MaxValue);
        var hasLength = option.MinLength is not null || option.MaxLength is not null;
        object?[] others = type switch
        {
            ConfigType<string> =>
            [
                option.Pattern is { } pattern ? ConfigRules.RegularExpression(pattern) : null,
                option.IsUrl ? ConfigRules.Url() : null,
                hasLength ? ConfigRules.Length(low, high) : null,
            ],
            ConfigType<Uri> => [option.IsUrl ? ConfigRules.WebUri() : null],
            ConfigType<Secret> => [hasLength ? ConfigRules.SecretLength(low, high) : null],
            _ => [hasLength ? ConfigRules.Elements<T>(low, high) : null],
        };
        foreach (var rule in others.OfType<ConfigRule<T>>())
        {
            yield return rule;
        }
    }
}
