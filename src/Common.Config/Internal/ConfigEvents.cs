using Common.Abstractions;
using Microsoft.Extensions.Logging;

namespace Common.Config.Internal;

/// <summary>What this package logs.</summary>
internal static partial class ConfigEvents
{
    [LogEvent(100, "config.reloaded", EventKind.Lifecycle, "Configuration changed")]
    public static partial void Reloaded(this ILogger logger, int options, string changes);

    [LogEvent(
        101,
        "config.reload_refused",
        EventKind.Degraded,
        "Changed configuration is wrong; the last good values stay"
    )]
    public static partial void ReloadRefused(this ILogger logger, string errors);

    [LogEvent(
        102,
        "config.restart_needed",
        EventKind.Degraded,
        "Changed option takes effect at the next start only"
    )]
    public static partial void RestartNeeded(this ILogger logger, string option, string change);

    [LogEvent(
        103,
        "config.deprecated_key",
        EventKind.Deprecated,
        "Configuration uses the older name of an option"
    )]
    public static partial void DeprecatedKey(
        this ILogger logger,
        string option,
        string source,
        string since,
        string use
    );

    [LogEvent(
        104,
        "config.deprecated_option",
        EventKind.Deprecated,
        "Configuration sets an option that goes away"
    )]
    public static partial void DeprecatedOption(
        this ILogger logger,
        string option,
        string source,
        string advice
    );

    [LogEvent(
        105,
        "config.unknown_key",
        EventKind.Degraded,
        "Configuration has a key that nobody declared"
    )]
    public static partial void UnknownKey(this ILogger logger, string problem);

    [LogEvent(
        106,
        "config.exposed_argument",
        EventKind.Degraded,
        "What must not be seen came by command line, where every process can read it"
    )]
    public static partial void SecretArgument(this ILogger logger, string option);

    [LogEvent(
        107,
        "config.handler_failed",
        EventKind.Failed,
        "Component could not take changed options"
    )]
    public static partial void HandlerFailed(this ILogger logger, Exception exception);

    [LogEvent(108, "config.explained", EventKind.Lifecycle, "Option explained")]
    public static partial void Explained(
        this ILogger logger,
        string option,
        string setting,
        string source,
        string overrode,
        string? inUse
    );
}
