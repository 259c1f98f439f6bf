using Common.Config.Binding;

namespace Common.Config.Internal.Reading;

/// <summary>Sorts every configured key to its option; higher layers replace lower ones.</summary>
/// <param name="plan">What is declared.</param>
/// <param name="unknown">Takes the keys that nobody declared.</param>
/// <param name="before">What another reading found: its nodes are taken over for what is as it was.</param>
internal sealed class ConfigFiller(
    ConfigPlan plan,
    List<UnknownKey> unknown,
    ConfigNode?[]? before = null
)
{
    private Dictionary<(int Slot, int Alias), ConfigNode>? _others;

    public ConfigNode?[] Nodes { get; } = new ConfigNode?[plan.Slots.Length];

    public static ConfigNode?[] Fill(
        ConfigPlan plan,
        IReadOnlyList<ConfigLayer> layers,
        List<UnknownKey> unknown,
        ConfigNode?[]? before = null
    )
    {
        var filler = new ConfigFiller(plan, unknown, before);
        for (var layer = 0; layer < layers.Count; layer++)
        {
            var source = layers[layer];
            var places = source.PlacesIn(plan);
            var entries = source.Entries;
            for (var i = 0; i < entries.Length; i++)
            {
                filler.Place(entries[i].Key, entries[i].Value, places[i], layer, source);
            }

            filler.CompareNames(layer, source);
        }

        return filler.Nodes;
    }

    private void Place(string key, string? value, in KeyPlace place, int layer, ConfigLayer source)
    {
        if (place.Slot >= 0)
        {
            PlaceOption(place, key, value, layer, source);
        }
        else if (place.Slot == KeyPlace.Nowhere)
        {
            // A section of somebody else's.
        }
        else if (place.End < key.Length || plan.IsRemoved(key))
        {
            unknown.Add(new UnknownKey(key, source, plan.Explain(key, place.End)));
        }
        else if (!string.IsNullOrEmpty(value))
        {
            unknown.Add(new UnknownKey(key, source, "is a section; it takes no value itself."));
        }
    }

    private void PlaceOption(
        in KeyPlace place,
        string key,
        string? value,
        int layer,
        ConfigLayer source
    )
    {
        var slot = plan.Slots[place.Slot];
        var end = place.End;
        if (end < key.Length && !slot.Type.IsComposite)
        {
            unknown.Add(
                new UnknownKey(key, source, $"is unknown: {key[..end]} takes one value, not keys.")
            );
            return;
        }

        var node = Nodes[place.Slot];
        var old = before?[place.Slot];
        if (
            node is null
            && end == key.Length
            && old?.IsStill(key, value, layer, place.Alias) == true
        )
        {
            old.Touch(layer, source);
            Nodes[place.Slot] = old;
            return;
        }

        if (node is not null && ReferenceEquals(node, old))
        {
            Nodes[place.Slot] = node = node.Copy();
        }

        if (node is null)
        {
            Nodes[place.Slot] = node = new ConfigNode(key[..end]);
        }
        else if (node.Layer < layer && slot.Type.ReplacesWhole)
        {
            node.Clear(key[..end]);
        }
        else if (node.Layer == layer && node.Alias != place.Alias)
        {
            node = Other(place, key[..end]);
        }

        node.Alias = place.Alias;
        if (place.Alias > 0 && ValueMask.NamesSecret(slot.Key))
        {
            node.Hide(); // its older name may tell nothing of what it is
        }

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

    /// <summary>What a source says of an option by another of its names than the one that it has used already.</summary>
    private ConfigNode Other(in KeyPlace place, string key)
    {
        _others ??= [];
        if (!_others.TryGetValue((place.Slot, place.Alias), out var other))
        {
            _others.Add((place.Slot, place.Alias), other = new ConfigNode(key));
        }

        return other;
    }

    /// <summary>Finds the options that a source gives by two names with different values.</summary>
    private void CompareNames(int layer, ConfigLayer source)
    {
        foreach (var ((slot, _), other) in _others ?? [])
        {
            var node = Nodes[slot]!;
            if (!node.SaysIn(layer, other))
            {
                unknown.Add(
                    new UnknownKey(
                        other.Key,
                        source,
                        $"and {node.Key} are two names of one option, with different values in one source",
                        IsConflict: true
                    )
                );
            }
        }

        _others = null;
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
