using Common.Abstractions;

namespace Common.Config.Tests;

/// <summary>A section that is always changed together with <see cref="ReloadedOptions"/>.</summary>
[ConfigSection("Orders:Mirror")]
[Reloadable]
public sealed partial class MirrorOptions
{
    /// <summary>The same as the left one of the pair.</summary>
    public int Left { get; init; }

    /// <summary>The shard that is mirrored; all of them where there is none.</summary>
    public ShardOptions? Shard { get; init; }
}
