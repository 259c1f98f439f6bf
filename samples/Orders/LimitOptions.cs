using System.ComponentModel.DataAnnotations;
using Common.Abstractions;

namespace Orders;

/// <summary>What one order may hold.</summary>
[ConfigSection("Orders:Limits")]
[Reloadable]
internal sealed partial class LimitOptions
{
    /// <summary>How many pieces of an article one order may ask for.</summary>
    /// <value>From 1 to 10,000, both included. The default is 1,000.</value>
    [Range(1, 10_000)]
    public int MaxQuantity { get; init; } = 1_000;
}
