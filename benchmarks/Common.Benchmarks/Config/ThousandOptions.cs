using Common.Abstractions;

namespace Common.Benchmarks.Config;

/// <summary>A thousand options in a hundred sections.</summary>
[ConfigSection("Thousand")]
[Reloadable]
internal sealed partial class ThousandOptions
{
    public BenchOptions G0 { get; set; } = new();
    public BenchOptions G1 { get; set; } = new();
    public BenchOptions G2 { get; set; } = new();
    public BenchOptions G3 { get; set; } = new();
    public BenchOptions G4 { get; set; } = new();
    public BenchOptions G5 { get; set; } = new();
    public BenchOptions G6 { get; set; } = new();
    public BenchOptions G7 { get; set; } = new();
    public BenchOptions G8 { get; set; } = new();
    public BenchOptions G9 { get; set; } = new();

    /// <summary>A number that any option changes.</summary>
    public double Sum =>
        G0.Sum + G1.Sum + G2.Sum + G3.Sum + G4.Sum + G5.Sum + G6.Sum + G7.Sum + G8.Sum + G9.Sum;
}
