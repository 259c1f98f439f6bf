using Common.Config.Binding;
using Common.Config.Catalogue;
using Common.Config.Internal.Reading;
using Common.Config.Internal.Reloading;

namespace Common.Config.Internal.Commands;

/// <summary>Finds where the value of every option came from, and what it overrode.</summary>
internal static class Explanation
{
    /// <summary>The source of an option that no other source names.</summary>
    public const string Default = "the default";

    /// <summary>Gives all options of a running service.</summary>
    /// <param name="read">What the sources said when they were last read.</param>
    /// <param name="used">What is in effect.</param>
    public static IReadOnlyList<ConfigValue> Of(Loaded read, Loaded used)
    {
        var slots = read.Registry.Plan.Slots;
        var waiting = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < slots.Length; i++)
        {
            if (!ConfigNode.Same(read.Nodes[i], used.Nodes[i]))
            {
                waiting[slots[i].Key] = ConfigChanges.Show(used.Nodes[i], slots[i]);
            }
        }

        var values = All(
            Of(read.Registry.Plan, read.Layers),
            ConfigCatalogue.Of(read.Registry.Sections.Select(s => s.OptionsType.Assembly)),
            key: null
        );
        return
        [
            .. values.Select(value =>
                value with
                {
                    InUse = waiting.GetValueOrDefault(OptionOf(read.Registry.Plan, value.Key)),
                }
            ),
        ];
    }

    /// <summary>Adds those that have their defaults to the configured ones.</summary>
    public static IReadOnlyList<ConfigValue> All(
        IEnumerable<ConfigValue> configured,
        ConfigCatalogue catalogue,
        string? key
    )
    {
        List<ConfigValue> values = [.. configured.Where(value => IsWithin(value.Key, key))];
        values.AddRange(
            from section in catalogue.Sections
            where !section.IsNamed
            from option in Flat(catalogue, section, section.Path)
            where
                IsWithin(option.Key, key)
                && !values.Exists(value => IsWithin(value.Key, option.Key))
            select new ConfigValue(option.Key, [new ConfigValueSource(option.Value, Default, null)])
        );
        return values;
    }

    private static bool IsWithin(string key, string? parent) =>
        parent is null
        || key.Equals(parent, StringComparison.OrdinalIgnoreCase)
        || key.StartsWith(parent + ":", StringComparison.OrdinalIgnoreCase);

    private static string OptionOf(ConfigPlan plan, string key) =>
        plan.Place(key) is { Slot: >= 0 and var slot } ? plan.Slots[slot].Key : key;

    private static IEnumerable<(string Key, string Value)> Flat(
        ConfigCatalogue catalogue,
        CatalogueSection section,
        string path
    )
    {
        foreach (var option in section.Options)
        {
            var key = $"{path}:{option.Name}";
            if (option.Type.Name == "section" && catalogue.Find(option.Type.Class) is { } inner)
            {
                foreach (var part in Flat(catalogue, inner, key))
                {
                    yield return part;
                }
            }
            else
            {
                yield return (
                    key,
                    option.IsRequired ? "(missing, and required)"
                    : option.Type.IsSecret ? Secret.Mask
                    : OptionText.Default(option) is { Length: > 0 } value ? value
                    : "(none)"
                );
            }
        }
    }

    /// <summary>Gives every configured key of a declared option, in the order of the keys.</summary>
    public static IReadOnlyList<ConfigValue> Of(ConfigPlan plan, IReadOnlyList<ConfigLayer> layers)
    {
        var found = new SortedDictionary<string, List<ConfigValueSource>>(
            StringComparer.OrdinalIgnoreCase
        );
        foreach (var layer in layers)
        {
            foreach (var (key, value) in layer.Entries)
            {
                if (!plan.TryFind(key, out var end, out var target) || target.Slot < 0)
                {
                    continue;
                }

                var slot = plan.Slots[target.Slot];
                if (slot.Type.PartAt(key, end) is not { } type)
                {
                    continue;
                }

                var name = slot.Key + key[end..];
                if (!found.TryGetValue(name, out var sources))
                {
                    found.Add(name, sources = []);
                }

                sources.Insert(
                    0,
                    new ConfigValueSource(
                        ValueText.Show(key, value, type.IsSecret || slot.Type.IsSecret),
                        layer.Locate(key),
                        target.Alias == 0 ? null : key
                    )
                );
            }
        }

        return [.. found.Select(pair => new ConfigValue(pair.Key, pair.Value))];
    }
}
