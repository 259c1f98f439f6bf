using System.Runtime.InteropServices;
using Common.Config.Binding;

namespace Common.Config.Internal;

/// <summary>Says for every key of a service which option it belongs to. Made once from the declared sections; immutable.</summary>
/// <remarks>Reading asks it once for each configured key, so nothing enumerates the children of a section.</remarks>
internal sealed class ConfigPlan
{
    private const int DepthLimit = 16;

    private readonly Dictionary<string, Target> _targets = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Target>.AlternateLookup<ReadOnlySpan<char>> _byText;
    private readonly List<SlotInfo> _slots = [];

    public ConfigPlan(IReadOnlyList<ConfigSection> sections)
    {
        Sections = new SectionPlan[sections.Count];
        for (var i = 0; i < sections.Count; i++)
        {
            Sections[i] = Add(sections[i], sections[i].Path, depth: 0);
        }

        _byText = _targets.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public SectionPlan[] Sections { get; }

    public IReadOnlyList<SlotInfo> Slots => _slots;

    /// <summary>Sorts every configured key to its option; higher layers replace lower ones.</summary>
    public ConfigNode?[] Fill(IReadOnlyList<ConfigLayer> layers, List<UnknownKey> unknown)
    {
        var nodes = new ConfigNode?[_slots.Count];
        for (var layer = 0; layer < layers.Count; layer++)
        {
            foreach (var (key, value) in layers[layer].Entries)
            {
                Place(nodes, key, value, layer, unknown);
            }
        }

        return nodes;
    }

    private void Place(
        ConfigNode?[] nodes,
        string key,
        string? value,
        int layer,
        List<UnknownKey> unknown
    )
    {
        if (_targets.TryGetValue(key, out var target))
        {
            if (target.Slot >= 0)
            {
                PlaceOption(nodes, target, key, key.Length, value, layer, unknown);
            }
            else if (!string.IsNullOrEmpty(value))
            {
                unknown.Add(new UnknownKey(key, layer, "is a section; it takes no value itself."));
            }

            return;
        }

        for (var end = key.LastIndexOf(':'); end > 0; end = key.LastIndexOf(':', end - 1))
        {
            if (!_byText.TryGetValue(key.AsSpan(0, end), out target))
            {
                continue;
            }

            if (target.Slot < 0)
            {
                unknown.Add(new UnknownKey(key, layer, UnknownText(key, end)));
            }
            else
            {
                PlaceOption(nodes, target, key, end, value, layer, unknown);
            }

            return;
        }
    }

    private void PlaceOption(
        ConfigNode?[] nodes,
        Target target,
        string key,
        int end,
        string? value,
        int layer,
        List<UnknownKey> unknown
    )
    {
        var slot = _slots[target.Slot];
        if (end < key.Length && !slot.Type.IsComposite)
        {
            unknown.Add(
                new UnknownKey(key, layer, $"is unknown: {key[..end]} takes one value, not keys.")
            );
            return;
        }

        var node = nodes[target.Slot];
        if (node is null)
        {
            nodes[target.Slot] = node = new ConfigNode(key[..end]);
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
                        layer,
                        $"and {node.Key} are two names of one option, with different values in one source"
                    )
                );
            }

            return;
        }

        node.Alias = target.Alias;
        if (end == key.Length)
        {
            node.Set(key, value, layer);
        }
        else
        {
            node.Touch(layer);
            PlacePart(node, slot.Type, key, end, value, layer, unknown);
        }
    }

    private static void PlacePart(
        ConfigNode node,
        ConfigType type,
        string key,
        int end,
        string? value,
        int layer,
        List<UnknownKey> unknown
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
                        layer,
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

            node.Touch(layer);
            end = next;
        }

        node.Set(key, value, layer);
    }

    private string UnknownText(string key, int end)
    {
        var parent = key[..end];
        var next = key.IndexOf(':', end + 1);
        var name = next < 0 ? key[(end + 1)..] : key[(end + 1)..next];
        var nearest = NearestName.Find(name, NamesBelow(parent));
        return nearest is null
            ? "is no known key."
            : $"is no known key; did you mean {parent}:{nearest}?";
    }

    private HashSet<string> NamesBelow(string parent)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var known in _targets.Keys)
        {
            if (
                known.Length > parent.Length + 1
                && known[parent.Length] == ':'
                && known.StartsWith(parent, StringComparison.OrdinalIgnoreCase)
            )
            {
                var rest = known.IndexOf(':', parent.Length + 1);
                names.Add(known[(parent.Length + 1)..(rest < 0 ? known.Length : rest)]);
            }
        }

        return names;
    }

    private SectionPlan Add(ConfigSection section, string path, int depth)
    {
        if (depth > DepthLimit)
        {
            throw new InvalidOperationException(
                $"The section {path} contains itself; make the inner one a list, or leave it out."
            );
        }

        var plan = new SectionPlan(section, path, _slots.Count);
        _targets.TryAdd(path, new Target(-1, 0));
        foreach (var option in section.Options)
        {
            _slots.Add(new SlotInfo(plan, option, path + ":" + option.Name));
        }

        foreach (var option in section.Options)
        {
            AddKeys(plan, option, depth);
        }

        return plan;
    }

    private void AddKeys(SectionPlan plan, ConfigOption option, int depth)
    {
        var key = plan.Path + ":" + option.Name;
        if (option.Type.Section is { } inner)
        {
            plan.Nest(option, Add(inner, key, depth + 1));
            return;
        }

        var slot = plan.FirstSlot + option.Index;
        _targets[key] = new Target(slot, 0);
        for (var i = 0; i < option.DeprecatedKeys.Count; i++)
        {
            _targets[option.DeprecatedKeys[i].Path] = new Target(slot, i + 1);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Target(int Slot, int Alias);
}
