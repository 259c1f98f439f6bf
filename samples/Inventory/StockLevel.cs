namespace Inventory;

/// <summary>How much of an article is left.</summary>
internal sealed record StockLevel(string Sku, int Available);
