using Common.Config.Binding;
using Common.Config.Internal.Reading;

namespace Common.Config.Internal.Reloading;

/// <summary>Keeps the options that are not reloadable as they were at start.</summary>
internal static class RestartNeeded
{
    /// <summary>Gives the reading with the start's values of all options that are not reloadable; itself where none of them changed.</summary>
    public static Loaded Pin(Loaded read, Loaded start)
    {
        ConfigNode?[]? nodes = null;
        foreach (var slot in Changed(read, start))
        {
            nodes ??= [.. read.Nodes];
            nodes[slot] = AtStart(slot, start);
        }

        return nodes is null ? read : read.With(nodes);
    }

    /// <summary>Says whether the file that holds a secret has other contents than it had.</summary>
    public static bool IsRotated(Loaded after, Loaded before, int slot) =>
        after.Nodes[slot] is { } node
        && after.Context.SecretTexts.TryGetValue(node.Key, out var now)
        && before.Context.SecretTexts.TryGetValue(node.Key, out var then)
        && !now.Equals(then);

    /// <summary>The place as it was at start, with the text that a secret's file held then.</summary>
    private static ConfigNode? AtStart(int slot, Loaded start)
    {
        var node = start.Nodes[slot];
        if (node is null || !start.Context.SecretTexts.TryGetValue(node.Key, out var secret))
        {
            return node;
        }

        var kept = new ConfigNode(node.Key);
        kept.Set(node.Key, secret.Reveal(), node.Layer, node.Source!);
        return kept;
    }

    /// <summary>The places of options that differ from the start and may not change.</summary>
    public static IEnumerable<int> Changed(Loaded read, Loaded start)
    {
        for (var i = 0; i < read.Nodes.Length; i++)
        {
            if (
                !read.Registry.Plan.Slots[i].IsReloadable
                && (!ConfigNode.Same(read.Nodes[i], start.Nodes[i]) || IsRotated(read, start, i))
            )
            {
                yield return i;
            }
        }
    }
}
