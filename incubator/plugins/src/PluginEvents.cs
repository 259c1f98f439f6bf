using System;
using Common.Abstractions;
using Microsoft.Extensions.Logging;

namespace Common.Incubator.Plugins;

/// <summary>The events of this module: 750 to 799.</summary>
internal static partial class PluginEvents
{
    [LogEvent(750, "plugin.loaded", EventKind.Lifecycle, "Plugin loaded")]
    public static partial void PluginLoaded(
        this ILogger logger,
        string plugin,
        string version,
        string contract
    );

    [LogEvent(751, "plugin.refused", EventKind.Degraded, "Plugin refused")]
    public static partial void PluginRefused(
        this ILogger logger,
        string plugin,
        string reason,
        Exception? exception
    );

    [LogEvent(752, "plugin.failed", EventKind.Degraded, "Plugin failed, the others go on")]
    public static partial void PluginFailed(
        this ILogger logger,
        string plugin,
        string contract,
        Exception exception
    );
}
