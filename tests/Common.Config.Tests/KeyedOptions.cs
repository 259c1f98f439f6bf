using Common.Abstractions;

namespace Common.Config.Tests;

/// <summary>Dictionaries whose keys are no texts.</summary>
[ConfigSection("Orders:Keyed")]
public sealed partial class KeyedOptions
{
    /// <summary>How long each way of warming up may take.</summary>
    public IReadOnlyDictionary<WarmUp, TimeSpan> Patience { get; init; } =
        new Dictionary<WarmUp, TimeSpan>();

    /// <summary>What is listened for on each port.</summary>
    public IReadOnlyDictionary<ushort, string> Ports { get; init; } =
        new Dictionary<ushort, string>();

    /// <summary>The shards by their IDs.</summary>
    public IDictionary<Guid, ShardOptions> Shards { get; init; } =
        new Dictionary<Guid, ShardOptions>();
}
