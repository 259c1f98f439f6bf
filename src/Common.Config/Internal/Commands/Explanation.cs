using Common.Config.Binding;

namespace Common.Config.Internal.Commands;

/// <summary>Finds where the value of every configured option came from, and what it overrode.</summary>
internal static class Explanation
{
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
                if (PartType(slot.Type, key, end) is not { } type)
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

    private static ConfigType? PartType(ConfigType type, string key, int end)
    {
        foreach (var name in end == key.Length ? [] : key[(end + 1)..].Split(':'))
        {
            if (type.PartType(name) is not { } part)
            {
                return null;
            }

            // A path to a secret is no secret; what it is in may be one.
            type = part;
        }

        return type;
    }
}
