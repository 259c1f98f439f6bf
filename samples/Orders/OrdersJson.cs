using System.Text.Json.Serialization;

namespace Orders;

/// <summary>How the bodies of requests and answers are written, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(NewOrder))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Reservation))]
internal sealed partial class OrdersJson : JsonSerializerContext;
