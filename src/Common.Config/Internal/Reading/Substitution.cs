using System.Text;
using Common.Config.Binding;

namespace Common.Config.Internal.Reading;

/// <summary>Replaces <c>${Other:Key}</c> in the values that files give to declared options; <c>$${</c> stands for itself.</summary>
/// <remarks>Secrets are left as they are, and so are the sections of others, which may have a use of their own for the characters.</remarks>
internal sealed class Substitution(
    ConfigPlan plan,
    ConfigNode?[] nodes,
    IReadOnlyList<ConfigLayer> layers,
    BindContext context
)
{
    private const string Mark = "${";

    private readonly HashSet<ConfigNode> _done = [];
    private readonly List<ConfigNode> _path = [];

    public static void Apply(
        ConfigPlan plan,
        ConfigNode?[] nodes,
        IReadOnlyList<ConfigLayer> layers,
        BindContext context
    )
    {
        if (!layers.Any(layer => layer.MayRefer))
        {
            return;
        }

        Substitution? substitution = null;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is { } node && HasMark(node) && !plan.Slots[i].Type.IsSecret)
            {
                substitution ??= new Substitution(plan, nodes, layers, context);
                substitution.Visit(node, plan.Slots[i].Type);
            }
        }
    }

    private static bool HasMark(ConfigNode node)
    {
        if (node.Value?.Contains(Mark, StringComparison.Ordinal) == true)
        {
            return true;
        }

        if (node.Children is null)
        {
            return false;
        }

        foreach (var (_, child) in node.Children)
        {
            if (HasMark(child))
            {
                return true;
            }
        }

        return false;
    }

    private void Visit(ConfigNode node, ConfigType type)
    {
        Resolve(node);
        foreach (var (name, child) in node.Children ?? [])
        {
            if (type.PartType(name) is { IsSecret: false } part)
            {
                Visit(child, part);
            }
        }
    }

    private bool Resolve(ConfigNode node)
    {
        if (
            node.Value is not { } value
            || node.Source?.Kind != LayerKind.File
            || !value.Contains(Mark, StringComparison.Ordinal)
            || _done.Contains(node)
        )
        {
            return true;
        }

        if (_path.Contains(node))
        {
            var cycle = _path.Append(node).Select(n => n.Key);
            context.Fail(node, false, $"it refers to itself: {string.Join(" -> ", cycle)}");
            return false;
        }

        _path.Add(node);
        var valid = Replace(node, value);
        _path.RemoveAt(_path.Count - 1);
        _done.Add(node);
        return valid;
    }

    private bool Replace(ConfigNode node, string value)
    {
        var text = new StringBuilder(value.Length);
        var isSecret = false;
        var at = 0;
        while (value.IndexOf(Mark, at, StringComparison.Ordinal) is var mark and >= 0)
        {
            if (mark > at && value[mark - 1] == '$')
            {
                text.Append(value, at, mark - at - 1).Append(Mark);
                at = mark + Mark.Length;
                continue;
            }

            var end = value.IndexOf('}', mark);
            if (end < 0)
            {
                context.Fail(
                    node,
                    false,
                    "it must have a } after ${; write $${ for the characters themselves"
                );
                return false;
            }

            var key = value[(mark + Mark.Length)..end];
            if (Find(node, key, ref isSecret) is not { } found)
            {
                return false;
            }

            text.Append(value, at, mark - at).Append(found);
            at = end + 1;
        }

        node.Substitute(text.Append(value, at, value.Length - at).ToString(), isSecret);
        return true;
    }

    private string? Find(ConfigNode node, string key, ref bool isSecret)
    {
        if (plan.TryFind(key, out var end, out var target) && target.Slot >= 0)
        {
            var other = nodes[target.Slot];
            foreach (var name in end == key.Length ? [] : key[(end + 1)..].Split(':'))
            {
                other = other?.Find(name);
            }

            if (other is { Value: not null })
            {
                var type = plan.Slots[target.Slot].Type;
                var otherIsSecret = type.IsSecret || type.PartAt(key, end) is { IsSecret: true };
                if (!otherIsSecret && !Resolve(other))
                {
                    return null;
                }

                isSecret |= otherIsSecret || other.IsSecret || ValueMask.NamesSecret(other.Key);
                return other.Value;
            }
        }
        else if (FindUndeclared(key) is { } value)
        {
            isSecret |= ValueMask.NamesSecret(key);
            return value;
        }

        context.Fail(node, false, $"{Quoted(key)} must be a key that has a value");
        return null;
    }

    private string? FindUndeclared(string key)
    {
        for (var i = layers.Count - 1; i >= 0; i--)
        {
            foreach (var (name, value) in layers[i].Entries)
            {
                if (value is not null && name.Equals(key, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }
        }

        return null;
    }

    private static string Quoted(string key) => ValueText.Quote(key);
}
