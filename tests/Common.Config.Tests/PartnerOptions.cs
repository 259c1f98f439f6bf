using Common.Abstractions;

namespace Common.Config.Tests;

/// <summary>One partner.</summary>
[ConfigSection("Partners:*")]
public sealed partial class PartnerOptions
{
    /// <summary>Where the partner is.</summary>
    public required Uri Address { get; init; }

    /// <summary>What the partner knows us by.</summary>
    public Secret? Key { get; init; }
}
