using Common.Config.Binding;
using Common.Config.Internal.Reading;
using Microsoft.Extensions.Logging;

namespace Common.Config.Internal.Reloading;

/// <summary>Tells the log what operators should know of the configuration, each thing once.</summary>
internal sealed class ConfigNews
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _waiting = [];

    private ConfigNode?[] _seen = [];

    public void TellOfStart(Loaded loaded, ILogger logger) => TellOfUse(loaded, logger);

    public static void TellOfRefusal(Exception exception, ILogger logger)
    {
        var errors = exception is ConfigException config ? config.Errors : [];
        ConfigEvents.ReloadRefused(
            logger,
            errors.Count == 0 ? exception.Message : string.Join(" ", errors)
        );
    }

    public void TellOfReload(
        Loaded read,
        Loaded start,
        IReadOnlyList<int> pending,
        ConfigChanges changes,
        ILogger logger
    )
    {
        if (changes.Count > 0)
        {
            ConfigEvents.Reloaded(logger, changes.Count, changes.Text);
        }

        foreach (var slot in pending)
        {
            var info = read.Registry.Plan.Slots[slot];
            var text =
                $"{ConfigChanges.Show(start.Nodes[slot], info)} -> {ConfigChanges.Show(read.Nodes[slot], info)}";
            if (
                !_waiting.TryGetValue(slot, out var told)
                || !told.Equals(text, StringComparison.Ordinal)
            )
            {
                _waiting[slot] = text;
                ConfigEvents.RestartNeeded(logger, info.Key, text);
            }
        }

        foreach (var slot in _waiting.Keys.Except(pending).ToList())
        {
            _waiting.Remove(slot);
        }

        TellOfUse(read, logger);
    }

    private void TellOfUse(Loaded loaded, ILogger logger)
    {
        foreach (var warning in loaded.Context.Warnings)
        {
            if (_told.Add(warning.ToString()))
            {
                ConfigEvents.UnknownKey(logger, warning.ToString());
            }
        }

        var seen =
            _seen.Length == loaded.Nodes.Length ? _seen : new ConfigNode?[loaded.Nodes.Length];
        var slots = loaded.Registry.Plan.Slots;
        for (var i = 0; i < seen.Length; i++)
        {
            // A reload makes new nodes only for what is not as it was.
            if (loaded.Nodes[i] is { } node && !ReferenceEquals(node, seen[i]))
            {
                TellOfUse(node, slots[i], logger);
            }
        }

        _seen = loaded.Nodes;
        TellOfArguments(loaded, logger);
    }

    private void TellOfUse(ConfigNode node, SlotInfo slot, ILogger logger)
    {
        if (node.Source is not { } source)
        {
            return;
        }

        if (node.Alias > 0 && _told.Add(node.Key))
        {
            var since = slot.Option.DeprecatedKeys[node.Alias - 1].Since;
            ConfigEvents.DeprecatedKey(logger, node.Key, source.Locate(node.Key), since, slot.Key);
        }

        if (slot.Option.Deprecation is { } deprecation && _told.Add(slot.Key + " " + deprecation))
        {
            ConfigEvents.DeprecatedOption(logger, slot.Key, source.Locate(node.Key), deprecation);
        }
    }

    /// <summary>Whoever may list processes reads the command line, whatever a higher source says of the option.</summary>
    private void TellOfArguments(Loaded loaded, ILogger logger)
    {
        var plan = loaded.Registry.Plan;
        foreach (var layer in loaded.Layers.Where(layer => layer.Kind == LayerKind.CommandLine))
        {
            var places = layer.PlacesIn(plan);
            for (var i = 0; i < places.Length; i++)
            {
                var (key, value) = layer.Entries[i];
                if (
                    places[i] is { Slot: >= 0 } place
                    && !string.IsNullOrEmpty(value)
                    && plan.Slots[place.Slot].Type.PartAt(key, place.End) is { IsSecret: true }
                    && _told.Add("--" + key)
                )
                {
                    ConfigEvents.SecretArgument(logger, key);
                }
            }
        }
    }
}
