using System.Text;
using System.Text.Json.Nodes;
using Common.Abstractions;

namespace Common.Exceptions.Internal.Catalogue;

/// <summary>The JSON schema of every problem document that is written.</summary>
internal static class ProblemSchema
{
    /// <summary>Writes the schema.</summary>
    public static JsonObject Write() =>
        new()
        {
            ["description"] = "An error as problem details (RFC 9457) tell it.",
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["type"] = Text("uri-reference"),
                ["title"] = Text(),
                ["status"] = new JsonObject
                {
                    ["type"] = "integer",
                    ["minimum"] = 400,
                    ["maximum"] = 599,
                },
                ["detail"] = Text(),
                ["instance"] = Text("uri-reference"),
                ["kind"] = new JsonObject
                {
                    ["enum"] = new JsonArray([
                        .. Enum.GetValues<ErrorKind>()
                            .Select(kind => (JsonNode)WireName(kind.ToString())),
                    ]),
                },
                ["code"] = Matching(@"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$"),
                ["request_id"] = Matching("^req-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"),
                ["fields"] = new JsonObject { ["type"] = "object" },
                ["errors"] = new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject
                        {
                            ["pointer"] = Text(),
                            ["code"] = Text(),
                            ["message"] = Text(),
                        },
                        ["required"] = new JsonArray("pointer", "code", "message"),
                    },
                },
                ["retry_after"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
            },
            ["required"] = new JsonArray("type", "title", "status", "detail", "kind", "code"),
        };

    /// <summary>The name of a kind in google.rpc.Code: <c>NOT_FOUND</c> for <c>NotFound</c>.</summary>
    public static string WireName(string kind)
    {
        var name = new StringBuilder(kind.Length + 2);
        foreach (var c in kind)
        {
            if (char.IsUpper(c) && name.Length > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToUpperInvariant(c));
        }

        return name.ToString();
    }

    private static JsonObject Text(string? format = null)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (format is not null)
        {
            schema["format"] = format;
        }

        return schema;
    }

    private static JsonObject Matching(string pattern) =>
        new() { ["type"] = "string", ["pattern"] = pattern };
}
