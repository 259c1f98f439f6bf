using System.Text.Json;

namespace Tour.Stage;

/// <summary>One request and what came back.</summary>
internal sealed record Exchange(
    string Request,
    IReadOnlyList<(string Name, string Value)> Headers,
    string? RequestBody,
    int Status,
    string RequestId,
    string GlobalRequestId,
    string? ContentType,
    string Body,
    TimeSpan Elapsed
)
{
    /// <summary>A member of the answer's JSON object as text; empty where there is none.</summary>
    public string Member(string name)
    {
        try
        {
            using var json = JsonDocument.Parse(Body);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(name, out var value)
                ? value.ToString()
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
