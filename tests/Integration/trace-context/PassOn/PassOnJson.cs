using System.Text.Json.Serialization;

namespace PassOn;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Call[]))]
internal sealed partial class PassOnJson : JsonSerializerContext;
