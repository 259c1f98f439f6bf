using Common.Abstractions;

namespace Common.Config;

/// <summary>Says how strictly the configuration is read.</summary>
[ConfigSection("Common:Config")]
public sealed partial class ConfigOptions
{
    /// <summary>What to do with a key that nobody declared, in a declared section.</summary>
    /// <value>The default is <see cref="UnknownKeyPolicy.Error"/>. With <see cref="UnknownKeyPolicy.Warn"/> an older release can start on the files of a newer one.</value>
    public UnknownKeyPolicy UnknownKeys { get; init; } = UnknownKeyPolicy.Error;

    /// <summary>Keys that may be there although nobody declared them.</summary>
    /// <value>Whole keys; one that ends in <c>:*</c> stands for everything below it. The default is none.</value>
    public IReadOnlyList<string> AllowedUnknownKeys { get; init; } = [];
}
