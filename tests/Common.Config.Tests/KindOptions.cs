using System.ComponentModel.DataAnnotations;
using Common.Abstractions;

namespace Common.Config.Tests;

/// <summary>Options of the kinds that a JSON Schema can check as strictly as the binder.</summary>
[ConfigSection("Orders:Kinds")]
public sealed partial class KindOptions
{
    public bool Flag { get; init; }

    public bool? MayBeFlag { get; init; }

    public byte Small { get; init; }

    [Range(-5, 5)]
    public int Limited { get; init; }

    public long Large { get; init; }

    public ulong Unsigned { get; init; }

    public float Single { get; init; }

    [Range(0.0, 0.5, MinimumIsExclusive = true)]
    public double Share { get; init; } = 0.25;

    public decimal Price { get; init; }

    public WarmUp Mode { get; init; }

    [AllowedValues(1, 2, 4)]
    public int Shards { get; init; } = 1;

    [StringLength(3, MinimumLength = 1)]
    public string Code { get; init; } = "a";

    [RegularExpression("[a-c]*")]
    public string Letters { get; init; } = "";

    public string Text { get; init; } = "";

    public string Name { get; init; } = "";

    public IReadOnlyList<int> Numbers { get; init; } = [];

    public IReadOnlyDictionary<string, bool> Switches { get; init; } =
        new Dictionary<string, bool>();
}
