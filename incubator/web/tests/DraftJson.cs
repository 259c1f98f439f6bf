using System.Text.Json.Serialization;

namespace Common.Incubator.Web.Tests;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProblemTests.Draft))]
[JsonSerializable(typeof(int))]
internal sealed partial class DraftJson : JsonSerializerContext;
