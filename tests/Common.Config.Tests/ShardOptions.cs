using Common.Abstractions;

namespace Common.Config.Tests;

/// <summary>A part of a table.</summary>
[ConfigSection]
public sealed partial class ShardOptions
{
    /// <summary>The name of the part.</summary>
    public required string Name { get; init; }

    /// <summary>How many copies there are.</summary>
    public int Copies { get; init; } = 1;
}
