namespace Orders;

/// <summary>What Inventory is asked to keep for an order.</summary>
internal sealed record Reservation(string Sku, int Quantity);
