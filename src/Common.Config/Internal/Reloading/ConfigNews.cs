using Common.Config.Internal.Reading;
using Microsoft.Extensions.Logging;

namespace Common.Config.Internal.Reloading;

/// <summary>Tells the log what operators should know of the configuration, each thing once.</summary>
internal sealed class ConfigNews
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _waiting = [];

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

        var slots = loaded.Registry.Plan.Slots;
        for (var i = 0; i < loaded.Nodes.Length; i++)
        {
            if (loaded.Nodes[i] is not { Source: { } source } node)
            {
                continue;
            }

            var option = slots[i].Option;
            if (node.Alias > 0 && _told.Add(node.Key))
            {
                var since = option.DeprecatedKeys[node.Alias - 1].Since;
                ConfigEvents.DeprecatedKey(
                    logger,
                    node.Key,
                    source.Locate(node.Key),
                    since,
                    slots[i].Key
                );
            }

            if (
                option.Deprecation is { } deprecation
                && _told.Add(slots[i].Key + " " + deprecation)
            )
            {
                ConfigEvents.DeprecatedOption(
                    logger,
                    slots[i].Key,
                    source.Locate(node.Key),
                    deprecation
                );
            }

            if (
                slots[i].Type.IsSecret
                && source.Kind == LayerKind.CommandLine
                && _told.Add("--" + node.Key)
            )
            {
                ConfigEvents.SecretArgument(logger, node.Key);
            }
        }
    }
}
