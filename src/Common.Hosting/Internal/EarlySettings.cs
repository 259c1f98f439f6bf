using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Common.Hosting.Internal;

/// <summary>Reads how a Fatal record is to be written while there is no configuration, or one that cannot be read.</summary>
internal static class EarlySettings
{
    private const string File = "appsettings.json";

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private static readonly string[] Keys = ["Format", "Output", "JournalPriorities"];

    public static IConfiguration Read()
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        ReadFile(values);
        foreach (var key in Keys)
        {
            if (Environment.GetEnvironmentVariable("Common__Logging__" + key) is { } value)
            {
                values["Common:Logging:" + key] = value;
            }
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }

    private static void ReadFile(Dictionary<string, string?> values)
    {
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(File), Lenient);
            foreach (var key in Keys)
            {
                if (
                    Member(Member(Member(json.RootElement, "Common"), "Logging"), key) is
                    { ValueKind: JsonValueKind.String or JsonValueKind.True } value
                )
                {
                    values["Common:Logging:" + key] = value.ToString();
                }
            }
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // It is what the record is about, perhaps.
        }
    }

    private static JsonElement Member(JsonElement element, string name)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return member.Value;
                }
            }
        }

        return default;
    }
}
