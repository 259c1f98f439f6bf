using Common.Abstractions;

namespace Common.Benchmarks.Config;

/// <summary>A hundred options in ten sections.</summary>
[ConfigSection("Bench")]
[Reloadable]
internal sealed partial class BenchOptions
{
    public BenchPart S0 { get; set; } = new();
    public BenchPart S1 { get; set; } = new();
    public BenchPart S2 { get; set; } = new();
    public BenchPart S3 { get; set; } = new();
    public BenchPart S4 { get; set; } = new();
    public BenchPart S5 { get; set; } = new();
    public BenchPart S6 { get; set; } = new();
    public BenchPart S7 { get; set; } = new();
    public BenchPart S8 { get; set; } = new();
    public BenchPart S9 { get; set; } = new();

    /// <summary>A number that any option changes.</summary>
    public double Sum =>
        S0.Sum + S1.Sum + S2.Sum + S3.Sum + S4.Sum + S5.Sum + S6.Sum + S7.Sum + S8.Sum + S9.Sum;
}
