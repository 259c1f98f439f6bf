using Common.Abstractions;

namespace Common.Config;

/// <summary>Says how strictly the configuration is read.</summary>
[ConfigSection("Common:Config")]
public sealed partial class ConfigOptions
{
    internal const string DefaultDirectory = "config.d";

    /// <summary>The folder whose JSON files are read after appsettings.json and before the environment, in the ordinal order of their names.</summary>
    /// <value>A path, relative to the folder of appsettings.json or absolute. The default is <c>config.d</c>; a folder that is not there holds no files.</value>
    public string Directory { get; init; } = DefaultDirectory;

    /// <summary>The folder whose files are one option each, as Docker and Kubernetes hand over secrets.</summary>
    /// <value>
    /// A path, relative to the folder of appsettings.json or absolute, such as <c>/run/secrets</c>. The name of a file is the key, with
    /// <c>__</c> for each colon; its content is the value, without one newline at the end. These files override other files. The default is
    /// none.
    /// </value>
    public string? KeyPerFile { get; init; }

    /// <summary>What to do with a key that nobody declared, in a declared section.</summary>
    /// <value>The default is <see cref="UnknownKeyPolicy.Error"/>. With <see cref="UnknownKeyPolicy.Warn"/> an older release can start on the files of a newer one.</value>
    public UnknownKeyPolicy UnknownKeys { get; init; } = UnknownKeyPolicy.Error;

    /// <summary>Keys that may be there although nobody declared them.</summary>
    /// <value>Whole keys; one that ends in <c>:*</c> stands for everything below it. The default is none.</value>
    public IReadOnlyList<string> AllowedUnknownKeys { get; init; } = [];
}
