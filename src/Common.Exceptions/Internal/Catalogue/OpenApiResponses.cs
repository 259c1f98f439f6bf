using System.Text.Json;
using System.Text.Json.Nodes;

namespace Common.Exceptions.Internal.Catalogue;

/// <summary>Writes errors as an OpenAPI document of components: one response for each code, and the schema of problem documents.</summary>
/// <remarks>OpenAPI 3.1, whose schemas are those of JSON Schema, draft 2020-12. Parts of it go by <c>$ref</c> into a service's own document.</remarks>
internal static class OpenApiResponses
{
    private const string Problem = "#/components/schemas/Problem";

    /// <summary>Writes the properties of the document.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ErrorEntry> errors)
    {
        var document = new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = "Errors", ["version"] = "1" },
            ["components"] = new JsonObject
            {
                ["responses"] = new JsonObject(
                    errors
                        .DistinctBy(entry => entry.Code)
                        .Select(entry =>
                            KeyValuePair.Create(entry.Code, (JsonNode?)Response(entry))
                        )
                ),
                ["schemas"] = new JsonObject { ["Problem"] = ProblemSchema.Write() },
            },
        };
        foreach (var (name, value) in document)
        {
            json.WritePropertyName(name);
            value!.WriteTo(json);
        }
    }

    private static JsonObject Response(ErrorEntry entry)
    {
        var response = new JsonObject { ["description"] = entry.MessageText };
        if (entry.HasRetryAfter)
        {
            response["headers"] = new JsonObject
            {
                ["Retry-After"] = new JsonObject
                {
                    ["description"] = "The seconds after which to try again, where they are known.",
                    ["schema"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
                },
            };
        }

        response["content"] = new JsonObject
        {
            ["application/problem+json"] = new JsonObject
            {
                ["schema"] = new JsonObject
                {
                    ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = Problem }, Own(entry)),
                },
            },
        };
        return response;
    }

    /// <summary>What holds for this error beside what holds for all.</summary>
    private static JsonObject Own(ErrorEntry entry)
    {
        var properties = new JsonObject
        {
            ["status"] = new JsonObject { ["const"] = entry.Status },
            ["kind"] = new JsonObject { ["const"] = ProblemSchema.WireName(entry.Kind) },
            ["code"] = new JsonObject { ["const"] = entry.Code },
        };
        var own = new JsonObject { ["properties"] = properties };
        if (entry.Fields.Count > 0)
        {
            properties["fields"] = new JsonObject
            {
                ["properties"] = new JsonObject(
                    entry.Fields.Select(field =>
                        KeyValuePair.Create(
                            field.Name,
                            (JsonNode?)
                                new JsonObject { ["type"] = new JsonArray(field.Type, "null") }
                        )
                    )
                ),
                ["required"] = new JsonArray([.. entry.Fields.Select(f => (JsonNode)f.Name)]),
            };
            own["required"] = new JsonArray("fields");
        }

        return own;
    }
}
