namespace Orders;

/// <summary>An order that was placed.</summary>
internal sealed record Order(Guid Id, string Sku, int Quantity, string PlacedAt);
