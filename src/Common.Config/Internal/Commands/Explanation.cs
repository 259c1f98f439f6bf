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
            from option in Flat(
                catalogue,
                section,
                section.Path,
                place => values.Exists(value => IsWithin(value.Key, place))
            )
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
        string path,
        Func<string, bool> isConfigured
    )
    {
        foreach (var option in section.Options)
        {
            var key = $"{path}:{option.Name}";
            if (
                option.Type.Name == "section"
                && (!option.IsNullable || isConfigured(key)) // else there is no such section
                && catalogue.Find(option.Type.Class) is { } inner
            )
            {
                foreach (var part in Flat(catalogue, inner, key, isConfigured))
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
        // What a higher source has replaced with its whole list, and has not given anew.
        var isOver = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var layer in layers)
        {
            var replaced = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
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
                if (WholeOf(slot, name) is { } whole && replaced.Add(whole))
                {
                    isOver.UnionWith(found.Keys.Where(lower => IsWithin(lower, whole)));
                }

                isOver.Remove(name);
                if (!found.TryGetValue(name, out var sources))
                {
                    found.Add(name, sources = []);
                }

                sources.Insert(
                    0,
                    new ConfigValueSource(
                        ValueText.Show(
                            key,
                            value,
                            type.IsSecret
                                || slot.Type.IsSecret
                                || (target.Alias > 0 && ValueMask.NamesSecret(name))
                        ),
                        layer.Locate(key),
                        target.Alias == 0 ? null : key
                    )
                );
            }
        }

        return
        [
            .. found
                .Where(pair => !isOver.Contains(pair.Key))
                .Select(pair => new ConfigValue(pair.Key, pair.Value)),
        ];
    }

    /// <summary>The list or secret that a key is a part of, which a source gives as a whole; null for a part of neither.</summary>
    private static string? WholeOf(SlotInfo slot, string name)
    {
        var type = slot.Type;
        var end = slot.Key.Length;
        while (!type.ReplacesWhole && end < name.Length)
        {
            var next = name.IndexOf(':', end + 1);
            next = next < 0 ? name.Length : next;
            type = type.PartType(name[(end + 1)..next])!;
            end = next;
        }

        return type.ReplacesWhole ? name[..end] : null;
    }
}
