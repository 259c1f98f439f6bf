using Common.Abstractions;

namespace Common.Benchmarks.Config;

/// <summary>Two thousand options in two hundred sections.</summary>
[ConfigSection("TwoThousand")]
[Reloadable]
internal sealed partial class TwoThousandOptions
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
    public BenchOptions G10 { get; set; } = new();
    public BenchOptions G11 { get; set; } = new();
    public BenchOptions G12 { get; set; } = new();
    public BenchOptions G13 { get; set; } = new();
    public BenchOptions G14 { get; set; } = new();
    public BenchOptions G15 { get; set; } = new();
    public BenchOptions G16 { get; set; } = new();
    public BenchOptions G17 { get; set; } = new();
    public BenchOptions G18 { get; set; } = new();
    public BenchOptions G19 { get; set; } = new();

    /// <summary>A number that any option changes.</summary>
    public double Sum =>
        G0.Sum
        + G1.Sum
        + G2.Sum
        + G3.Sum
        + G4.Sum
        + G5.Sum
        + G6.Sum
        + G7.Sum
        + G8.Sum
        + G9.Sum
        + G10.Sum
        + G11.Sum
        + G12.Sum
        + G13.Sum
        + G14.Sum
        + G15.Sum
        + G16.Sum
        + G17.Sum
        + G18.Sum
        + G19.Sum;
}
