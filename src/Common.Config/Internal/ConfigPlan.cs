using Common.Config.Binding;

namespace Common.Config.Internal;

/// <summary>Says for every key of a service which option it belongs to. Made once from the declared sections; immutable.</summary>
/// <remarks>Reading asks it once for each configured key, so nothing enumerates the children of a section.</remarks>
internal sealed class ConfigPlan
{
    private const int DepthLimit = 16;

    private readonly Dictionary<string, KeyTarget> _targets = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, KeyTarget>.AlternateLookup<ReadOnlySpan<char>> _byText;
    private readonly Dictionary<string, RemovedKey> _removed = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly List<SlotInfo> _slots = [];
    private readonly string[] _roots;

    public ConfigPlan(IReadOnlyList<ConfigSection> sections)
    {
        Sections = new SectionPlan[sections.Count];
        for (var i = 0; i < sections.Count; i++)
        {
            Sections[i] = Add(sections[i]);
        }

        _byText = _targets.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var removed in _removed.Keys)
        {
            // What lies within an option, such as a name of a dictionary, is the option's.
            if (!TryFind(removed, out _, out var target) || target.Slot < 0)
            {
                _targets.TryAdd(removed, new KeyTarget(-1, 0));
            }
        }

        Slots = [.. _slots];
        _roots =
        [
            .. _targets
                .Keys.Select(key => key.Split(':')[0])
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    public SectionPlan[] Sections { get; }

    public SlotInfo[] Slots { get; }

    /// <summary>Says which of the sections an option's place belongs to.</summary>
    public int SectionOf(int slot)
    {
        var section = Sections.Length - 1;
        while (Sections[section].FirstSlot > slot)
        {
            section--;
        }

        return section;
    }

    /// <summary>The place after the last one of a section.</summary>
    public int EndOf(int section) =>
        section + 1 < Sections.Length ? Sections[section + 1].FirstSlot : Slots.Length;

    /// <summary>Finds the option or section that a key belongs to; <paramref name="end"/> says how much of the key names it.</summary>
    public bool TryFind(ReadOnlySpan<char> key, out int end, out KeyTarget target)
    {
        for (end = key.Length; end > 0; end = key[..end].LastIndexOf(':'))
        {
            if (_byText.TryGetValue(key[..end], out target))
            {
                return true;
            }
        }

        target = default;
        return false;
    }

    /// <summary>Says what a key belongs to, where it most likely stands behind another one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="expected">The place that it has if the options stand in the order of their declaration, as in a file that <c>sample</c> wrote.</param>
    public KeyPlace Place(ReadOnlySpan<char> key, int expected) =>
        (uint)expected < (uint)Slots.Length
        && !Slots[expected].IsSection
        && key.SequenceEqual(Slots[expected].Key)
            ? new KeyPlace(expected, 0, key.Length)
            : Place(key);

    /// <summary>Says what a key belongs to.</summary>
    public KeyPlace Place(ReadOnlySpan<char> key) =>
        BeginsLikeOne(key) && TryFind(key, out var end, out var target)
            ? new KeyPlace(target.Slot, target.Alias, end)
            : new KeyPlace(KeyPlace.Nowhere, 0, 0);

    /// <summary>Says whether a key is one that a section once had.</summary>
    public bool IsRemoved(string key) => _removed.ContainsKey(key);

    /// <summary>Says what is wrong with a key that no section declares.</summary>
    public string Explain(string key, int end)
    {
        if (_removed.TryGetValue(key[..end], out var removed))
        {
            return $"was removed in {removed.Since}; use {removed.Replacement.TrimEnd('.')}.";
        }

        var parent = key[..end];
        var next = key.IndexOf(':', end + 1);
        var name = next < 0 ? key[(end + 1)..] : key[(end + 1)..next];
        var nearest = NearestName.Find(name, NamesBelow(parent));
        return nearest is null
            ? "is no known key."
            : $"is no known key; did you mean {parent}:{nearest}?";
    }

    /// <summary>Says whether a key begins with the first name of any declared one: most variables of an environment do not.</summary>
    private bool BeginsLikeOne(ReadOnlySpan<char> key)
    {
        foreach (var root in _roots)
        {
            if (
                key.StartsWith(root, StringComparison.OrdinalIgnoreCase)
                && (key.Length == root.Length || key[root.Length] == ':')
            )
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<string> NamesBelow(string parent)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var known in _targets.Keys)
        {
            if (
                !_removed.ContainsKey(known)
                && known.Length > parent.Length + 1
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

    private SectionPlan Add(ConfigSection section)
    {
        foreach (var removed in section.RemovedKeys)
        {
            _removed[removed.Path] = removed;
        }

        if (!section.IsNamed)
        {
            return Add(section, section.Path, depth: 0, isReloadable: false);
        }

        var plan = new SectionPlan(section, section.Path, _slots.Count);
        _targets[section.Path] = new KeyTarget(_slots.Count, 0);
        _slots.Add(
            new SlotInfo(section.NamedOption, section.Path, section.NamedOption.IsReloadable)
        );
        return plan;
    }

    private SectionPlan Add(ConfigSection section, string path, int depth, bool isReloadable)
    {
        if (depth > DepthLimit)
        {
            throw new InvalidOperationException(
                $"The section {path} contains itself; make the inner one a list, or leave it out."
            );
        }

        var plan = new SectionPlan(section, path, _slots.Count);
        _targets.TryAdd(path, new KeyTarget(-1, 0));
        foreach (var option in section.Options)
        {
            _slots.Add(
                new SlotInfo(option, path + ":" + option.Name, isReloadable || option.IsReloadable)
            );
        }

        foreach (var option in section.Options)
        {
            AddKeys(plan, option, depth, isReloadable || option.IsReloadable);
        }

        return plan;
    }

    private void AddKeys(SectionPlan plan, ConfigOption option, int depth, bool isReloadable)
    {
        var key = plan.Path + ":" + option.Name;
        if (option.Type.Section is { } inner)
        {
            plan.Nest(option, Add(inner, key, depth + 1, isReloadable));
            return;
        }

        var slot = plan.FirstSlot + option.Index;
        _targets[key] = new KeyTarget(slot, 0);
        for (var i = 0; i < option.DeprecatedKeys.Count; i++)
        {
            _targets.TryAdd(option.DeprecatedKeys[i].Path, new KeyTarget(slot, i + 1));
        }
    }
}
