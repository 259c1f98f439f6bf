using System;
using Common.Abstractions;
using Common.Exceptions;

namespace Common.Incubator.Plugins;

/// <summary>The errors of this module.</summary>
public static partial class PluginErrors
{
    /// <summary>A plugin that the service can't do without is not there or can't be used.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="detail">Why, for the log.</param>
    /// <param name="cause">What happened, for the log.</param>
    /// <returns>The error, not yet thrown.</returns>
    [Error(
        "plugin.unusable",
        ErrorKind.Internal,
        "Something went wrong in the service. Its operators find the reason under the request ID."
    )]
    public static partial ServiceException PluginUnusable(
        [Internal] string plugin,
        [Internal] string detail,
        Exception? cause = null
    );
}
