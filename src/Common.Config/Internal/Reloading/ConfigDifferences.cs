using Common.Config.Binding;
using Common.Config.Internal.Reading;

namespace Common.Config.Internal.Reloading;

/// <summary>Finds the options that differ between two readings.</summary>
internal static class ConfigDifferences
{
    /// <summary>Gives the places whose keys or values differ, in their order.</summary>
    public static List<int> Between(ConfigNode?[] before, ConfigNode?[] after)
    {
        var changed = new List<int>();
        for (var i = 0; i < after.Length; i++)
        {
            if (!ReferenceEquals(before[i], after[i]) && !ConfigNode.Same(before[i], after[i]))
            {
                changed.Add(i);
            }
        }

        return changed;
    }

    /// <summary>Adds the places whose secrets lie in files that have other contents than before.</summary>
    public static IReadOnlyList<int> WithRotated(List<int> changed, Loaded before, Loaded after)
    {
        var rotated = new List<int>();
        foreach (var (key, now) in after.Context.SecretTexts)
        {
            if (
                before.Context.SecretTexts.TryGetValue(key, out var then)
                && !now.Equals(then)
                && after.Registry.Plan.Place(key) is { Slot: >= 0 and var slot }
            )
            {
                rotated.Add(slot);
            }
        }

        return rotated.Count == 0 ? changed : [.. changed.Union(rotated).Order()];
    }
}
