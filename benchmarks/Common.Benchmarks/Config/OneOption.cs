using Common.Abstractions;

namespace Common.Benchmarks.Config;

/// <summary>A section of one option.</summary>
[ConfigSection("One")]
internal sealed partial class OneOption
{
    public int Size { get; set; } = 7;
}
