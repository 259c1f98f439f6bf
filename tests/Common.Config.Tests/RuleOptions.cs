using System.ComponentModel.DataAnnotations;
using Common.Abstractions;

namespace Common.Config.Tests;

/// <summary>One option for each rule.</summary>
[ConfigSection("Orders:Rules")]
public sealed partial class RuleOptions
{
    /// <summary>From a list of texts.</summary>
    [AllowedValues("red", "green")]
    public string Colour { get; init; } = "red";

    /// <summary>From a list of numbers.</summary>
    [AllowedValues(1, 2, 4)]
    public int Shards { get; init; } = 1;

    /// <summary>A whole match.</summary>
    [RegularExpression("[a-z]+")]
    public string Code { get; init; } = "a";

    /// <summary>Limited on both sides.</summary>
    [StringLength(4, MinimumLength = 2)]
    public string Short { get; init; } = "ab";

    /// <summary>Limited on both sides, in the newer way.</summary>
    [Length(2, 4)]
    public string Newer { get; init; } = "ab";

    /// <summary>Limited below.</summary>
    [MinLength(2)]
    public IReadOnlyList<int> AtLeastTwo { get; init; } = [1, 2];

    /// <summary>Limited above.</summary>
    [MaxLength(1)]
    public IReadOnlyDictionary<string, int> AtMostOne { get; init; } =
        new Dictionary<string, int>();

    /// <summary>A secret of some length.</summary>
    [MinLength(8)]
    public Secret? Key { get; init; }

    /// <summary>An address in a text.</summary>
    [Url]
    public string Text { get; init; } = "https://example.org/";

    /// <summary>An address.</summary>
    [Url]
    public Uri Address { get; init; } = new("https://example.org/");

    /// <summary>Limited by what is not included.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double Part { get; init; } = 0.5;

    /// <summary>A limited size.</summary>
    [Limits("1KiB", "1MiB")]
    public ByteSize Size { get; init; } = ByteSize.FromKibibytes(4);
}
