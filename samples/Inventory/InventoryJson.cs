using System.Text.Json.Serialization;

namespace Inventory;

/// <summary>How the bodies of requests and answers are written, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Reservation))]
[JsonSerializable(typeof(StockLevel))]
internal sealed partial class InventoryJson : JsonSerializerContext;
