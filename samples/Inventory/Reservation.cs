namespace Inventory;

/// <summary>What a caller wants to be kept for it; nothing in it is checked yet.</summary>
internal sealed record Reservation(string? Sku, int? Quantity);
