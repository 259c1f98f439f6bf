using Common.Abstractions;

namespace Orders;

/// <summary>How Orders reaches Inventory.</summary>
[ConfigSection("Orders:Inventory")]
internal sealed partial class InventoryOptions
{
    /// <summary>Where Inventory listens.</summary>
    /// <value>An absolute address with http or https.</value>
    public required Uri Address { get; init; }
}
