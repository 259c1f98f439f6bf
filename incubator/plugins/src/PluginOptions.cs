using System.Collections.Generic;
using Common.Abstractions;

namespace Common.Incubator.Plugins;

/// <summary>Where the plugins are and which of them are known.</summary>
[ConfigSection("Common:Plugins")]
public sealed partial class PluginOptions
{
    /// <summary>The folder that holds a folder for each plugin.</summary>
    /// <value>A path. The default is <c>plugins</c>, in the service's folder.</value>
    public string Folder { get; init; } = "plugins";

    /// <summary>Whether the folder may be one that the service itself can write to.</summary>
    /// <value>The default is <see langword="false"/>: who can make the service write a file could make it run one.</value>
    public bool AllowWritableFolder { get; init; }

    /// <summary>The fingerprints that plugins must have, by their names.</summary>
    /// <value>
    /// SHA-256 in hexadecimal digits, as <see cref="PluginFingerprint"/> computes it. The default is empty: a plugin that is not named
    /// needs none.
    /// </value>
    public IReadOnlyDictionary<string, string> Pins { get; init; } =
        new Dictionary<string, string>();
}
