using System.Text.Json;

namespace Common.Exceptions.Internal.Catalogue;

/// <summary>Writes errors as the components of an OpenAPI document: one response for each code, and the schema of problem documents.</summary>
internal static class OpenApiResponses
{
    /// <summary>Writes the property <c>components</c> of a JSON object.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ErrorEntry> errors)
    {
        json.WriteStartObject("components");
        json.WriteStartObject("responses");
        foreach (var entry in errors.DistinctBy(entry => entry.Code))
        {
            WriteResponse(json, entry);
        }

        json.WriteEndObject();
        json.WriteStartObject("schemas");
        WriteProblem(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter json, ErrorEntry entry)
    {
        json.WriteStartObject(entry.Code);
        json.WriteString("description", entry.MessageText);
        json.WriteStartObject("content");
        json.WriteStartObject("application/problem+json");
        json.WriteStartObject("schema");
        json.WriteStartArray("allOf");
        json.WriteStartObject();
        json.WriteString("$ref", "#/components/schemas/Problem");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteStartObject("properties");
        WriteConstant(json, "status", entry.Status);
        json.WriteStartObject("code");
        json.WriteString("const", entry.Code);
        json.WriteEndObject();
        if (entry.Fields.Count > 0)
        {
            json.WriteStartObject("fields");
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            foreach (var field in entry.Fields)
            {
                WriteType(json, field.Name, field.Type);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProblem(Utf8JsonWriter json)
    {
        json.WriteStartObject("Problem");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (
            var name in (string[])
                ["type", "title", "detail", "instance", "kind", "code", "request_id"]
        )
        {
            WriteType(json, name, "string");
        }

        WriteType(json, "status", "integer");
        WriteType(json, "retry_after", "integer");
        WriteType(json, "fields", "object");
        json.WriteStartObject("errors");
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        WriteType(json, "pointer", "string");
        WriteType(json, "code", "string");
        WriteType(json, "message", "string");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteConstant(Utf8JsonWriter json, string name, int value)
    {
        json.WriteStartObject(name);
        json.WriteNumber("const", value);
        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, string name, string type)
    {
        json.WriteStartObject(name);
        json.WriteString("type", type);
        json.WriteEndObject();
    }
}
