using System.Text;
using Common.Config.Binding;
using Common.Config.Internal.Reading;

namespace Common.Config.Internal.Reloading;

/// <summary>What differs between two readings, for people.</summary>
internal sealed class ConfigChanges
{
    private readonly List<string> _texts = [];
    private readonly HashSet<int> _sections = [];

    public int Count => _texts.Count;

    /// <summary>The places of the sections that differ.</summary>
    public IReadOnlySet<int> Sections => _sections;

    /// <summary>Every changed key with its old and new value, secrets masked.</summary>
    public string Text => string.Join("; ", _texts);

    public static ConfigChanges Between(Loaded before, Loaded after)
    {
        var changes = new ConfigChanges();
        var plan = after.Registry.Plan;
        foreach (var place in after.Changed)
        {
            var slot = plan.Slots[place];
            if (!slot.IsReloadable)
            {
                continue; // it has the value of the start, perhaps in another form: the text in the place of its file
            }

            changes._texts.Add(
                $"{slot.Key}: {Show(before.Nodes[place], slot)} -> {Show(after.Nodes[place], slot)}"
            );
            changes._sections.Add(plan.SectionOf(place));
        }

        return changes;
    }

    /// <summary>Writes the value of an option for people.</summary>
    public static string Show(ConfigNode? node, SlotInfo slot) =>
        node is null ? "(default)"
        : slot.Type.IsSecret || node.IsSecret ? Secret.Mask
        : node.Children is null ? ValueText.Show(node.Key, node.Value, isSecret: false)
        : Shorten(ShowParts(node, slot.Type));

    private static string ShowParts(ConfigNode node, ConfigType type)
    {
        var text = new StringBuilder("{");
        foreach (var (name, child) in node.Children ?? [])
        {
            var part = type.PartType(name);
            text.Append(text.Length == 1 ? "" : ", ").Append(name).Append(": ");
            text.Append(
                part?.IsSecret == true || child.IsSecret ? Secret.Mask
                : child.Children is null ? ValueText.Show(child.Key, child.Value, isSecret: false)
                : ShowParts(child, part ?? type)
            );
        }

        return text.Append('}').ToString();
    }

    private static string Shorten(string text) =>
        text.Length <= 4 * ValueText.Limit ? text : text[..(4 * ValueText.Limit)] + "…";
}
