using System.ComponentModel.DataAnnotations;
using Common.Abstractions;

namespace Inventory;

/// <summary>What may be reserved.</summary>
[ConfigSection("Inventory:Reservations")]
[Reloadable]
internal sealed partial class ReservationOptions
{
    /// <summary>How many pieces of an article one reservation may take.</summary>
    /// <value>From 1 to 10,000, both included. The default is 100.</value>
    [Range(1, 10_000)]
    public int MaxQuantity { get; init; } = 100;
}
