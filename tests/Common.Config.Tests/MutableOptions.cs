using Common.Abstractions;

namespace Common.Config.Tests;

/// <summary>Options in the platform's older style.</summary>
[ConfigSection("Orders:Mutable")]
public sealed partial class MutableOptions
{
    /// <summary>A name.</summary>
    public string Name { get; set; } = "name";
}
