namespace Orders;

/// <summary>What a client sends to order something; nothing in it is checked yet.</summary>
internal sealed record NewOrder(string? Sku, int? Quantity);
