using Common.Abstractions;

namespace Common.Benchmarks.Config;

/// <summary>Ten options: as many as a section of a service has.</summary>
[ConfigSection]
[Reloadable]
internal sealed partial class BenchPart
{
    public int PoolSize { get; set; }
    public bool Enabled { get; set; }
    public string Name { get; set; } = "";
    public double Ratio { get; set; }
    public long Limit { get; set; }
    public int Retries { get; set; }
    public string Region { get; set; } = "";
    public bool Verbose { get; set; }
    public int Depth { get; set; }
    public string Mode { get; set; } = "";

    /// <summary>A number that any option changes.</summary>
    public double Sum =>
        PoolSize
        + (Enabled ? 1 : 0)
        + Name.Length
        + Ratio
        + Limit
        + Retries
        + Region.Length
        + (Verbose ? 1 : 0)
        + Depth
        + Mode.Length;
}
