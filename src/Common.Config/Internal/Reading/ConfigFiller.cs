using Common.Config.Binding;

namespace Common.Config.Internal.Reading;

/// <summary>Sorts every configured key to its option; higher layers replace lower ones.</summary>
internal sealed class ConfigFiller(ConfigPlan plan, List<UnknownKey> unknown)
{
    public ConfigNode?[] Nodes { get; } = new ConfigNode?[plan.Slots.Count];

    public static ConfigNode?[] Fill(
        ConfigPlan plan,
        IReadOnlyList<ConfigLayer> layers,
        List<UnknownKey> unknown
    )
    {
        var filler = new ConfigFiller(plan, unknown);
        for (var layer = 0; layer < layers.Count; layer++)
        {
            var source = layers[layer];
            if (source.Entries is Dictionary<string, string?> entries)
            {
                foreach (var (key, value) in entries)
                {
                    filler.Place(key, value, layer, source);
                }

                continue;
            }

            foreach (var (key, value) in source.Entries)
            {
                filler.Place(key, value, layer, source);
            }
        }

        return filler.Nodes;
    }

    private void Place(string key, string? value, int layer, ConfigLayer source)
    {
        if (!plan.TryFind(key, out var end, out var target))
        {
            return;
        }

        if (target.Slot >= 0)
        {
            PlaceOption(target, key, end, value, layer, source);
        }
        else if (end < key.Length)
        {
            unknown.Add(new UnknownKey(key, source, plan.Explain(key, end)));
        }
        else if (!string.IsNullOrEmpty(value))
        {
            unknown.Add(new UnknownKey(key, source, "is a section; it takes no value itself."));
        }
    }

    private void PlaceOption(
        KeyTarget target,
        string key,
        int end,
        string? value,
        int layer,
        ConfigLayer source
    )
    {
        var slot = plan.Slots[target.Slot];
        if (end < key.Length && !slot.Type.IsComposite)
        {
            unknown.Add(
                new UnknownKey(key, source, $"is unknown: {key[..end]} takes one value, not keys.")
            );
            return;
        }

        var node = Nodes[target.Slot];
        if (node is null)
        {
            Nodes[target.Slot] = node = new ConfigNode(key[..end]);
        }
        else if (node.Layer < layer && slot.Type.ReplacesWhole)
        {
            node.Clear(key[..end]);
        }
        else if (node.Layer == layer && node.Alias != target.Alias)
        {
            if (!string.Equals(node.Value, value, StringComparison.Ordinal) || end < key.Length)
            {
                unknown.Add(
                    new UnknownKey(
                        key,
                        source,
                        $"and {node.Key} are two names of one option, with different values in one source",
                        IsConflict: true
                    )
                );
            }

            return;
        }

        node.Alias = target.Alias;
        if (end == key.Length)
        {
            node.Set(key, value, layer, source);
        }
        else
        {
            node.Touch(layer, source);
            PlacePart(node, slot.Type, key, end, value, layer, source);
        }
    }

    private void PlacePart(
        ConfigNode node,
        ConfigType type,
        string key,
        int end,
        string? value,
        int layer,
        ConfigLayer source
    )
    {
        while (end < key.Length)
        {
            var next = key.IndexOf(':', end + 1);
            next = next < 0 ? key.Length : next;
            var name = key[(end + 1)..next];
            if (type.PartType(name) is not { } part)
            {
                var nearest = NearestName.Find(name, type.PartNames);
                unknown.Add(
                    new UnknownKey(
                        key,
                        source,
                        nearest is null
                            ? "is no known key."
                            : $"is no known key; did you mean {key[..end]}:{nearest}?"
                    )
                );
                return;
            }

            node = node.Child(name);
            type = part;
            if (node.Layer < layer && type.ReplacesWhole)
            {
                node.Clear(key[..next]);
            }

            node.Touch(layer, source);
            end = next;
        }

        node.Set(key, value, layer, source);
    }
}
