using Common.Config.Binding;
using Common.Config.Internal.Reading;

namespace Common.Config.Internal.Reloading;

/// <summary>Keeps the options that are not reloadable as they were at start.</summary>
internal static class RestartNeeded
{
    /// <summary>Gives the places of options that differ from the start and may not change.</summary>
    public static IReadOnlyList<int> Changed(Loaded read, Loaded start)
    {
        var slots = read.Registry.Plan.Slots;
        var changed = new List<int>();
        for (var i = 0; i < read.Nodes.Length; i++)
        {
            var (now, then) = (read.Nodes[i], start.Nodes[i]);
            if (
                !ReferenceEquals(now, then) // as nearly all are
                && !slots[i].IsReloadable
                && !ConfigNode.Same(now, then)
            )
            {
                changed.Add(i);
            }
        }

        return
        [
            .. ConfigDifferences
                .WithRotated(changed, start, read)
                .Where(slot => !slots[slot].IsReloadable),
        ];
    }

    /// <summary>Gives the reading with the start's values in some places; itself where there are none.</summary>
    /// <param name="read">The new reading.</param>
    /// <param name="start">The reading of the start.</param>
    /// <param name="before">The reading before the new one, whose unchanged sections are taken over.</param>
    /// <param name="changed">The places.</param>
    public static Loaded Pin(Loaded read, Loaded start, Loaded before, IReadOnlyList<int> changed)
    {
        if (changed.Count == 0)
        {
            return read;
        }

        ConfigNode?[] nodes = [.. read.Nodes];
        foreach (var slot in changed)
        {
            nodes[slot] = start.Nodes[slot]?.WithTexts(start.Context.SecretTexts);
        }

        return read.With(nodes, before);
    }
}
