using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Common.Context;
using Common.Time;

namespace Common.Logging.Internal;

/// <summary>Reads a record of the JSON format.</summary>
internal static class JsonRecordParser
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static bool TryParse(string line, [NotNullWhen(true)] out LogRecord? record)
    {
        record = null;
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            record = Read(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException)
        {
            return false; // a member of another type, or a number that is none of ours
        }

        return record is not null;
    }

    /// <summary>A JSON value as the reader gives it.</summary>
    public static object? Value(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number when element.TryGetInt64(out var whole) => whole,
            JsonValueKind.Number when IsDecimal(element, out var number) => number,
            JsonValueKind.Number => element.GetDouble(),
            JsonValueKind.Array => element.EnumerateArray().Select(Value).ToArray(),
            _ => null,
        };

    private static bool IsDecimal(JsonElement element, out decimal number) =>
        element.TryGetDecimal(out number) && !element.GetRawText().AsSpan().ContainsAny('e', 'E');

    private static LogRecord? Read(JsonElement root)
    {
        if (
            root.ValueKind != JsonValueKind.Object
            || !Rfc3339.TryParse(Text(root, "timestamp") ?? string.Empty, out var timestamp)
            || Text(root, "severity_text") is not { } severity
            || !root.TryGetProperty("resource", out var resource)
            || Text(resource, "service") is not { } service
            || Text(root, "logger") is not { } logger
            || Text(root, "body") is not { } body
        )
        {
            return null;
        }

        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (root.TryGetProperty("attributes", out var members))
        {
            foreach (var member in members.EnumerateObject())
            {
                attributes.Add(member.Name, Value(member.Value));
            }
        }

        return new LogRecord
        {
            Timestamp = timestamp,
            SeverityText = severity,
            SeverityNumber = Number(root, "severity_number"),
            Service = service,
            Version = Text(resource, "version"),
            Instance = Text(resource, "instance") ?? string.Empty,
            Host = Text(resource, "host"),
            Environment = Text(resource, "environment"),
            Logger = logger,
            EventName = Text(root, "event_name"),
            EventId = Number(root, "event_id"),
            Body = body,
            RequestId = Id(root, "request_id"),
            GlobalRequestId = Id(root, "global_request_id"),
            TraceId = Text(root, "trace_id"),
            SpanId = Text(root, "span_id"),
            User = Text(root, "user"),
            Tenant = Text(root, "tenant"),
            Attributes = attributes,
            Exception = root.TryGetProperty("exception", out var exception)
                ? new LogRecordError(
                    Text(exception, "type") ?? string.Empty,
                    Text(exception, "message") ?? string.Empty,
                    Text(exception, "stacktrace") ?? string.Empty
                )
                : null,
            IsTruncated = root.TryGetProperty("truncated", out var cut) && cut.GetBoolean(),
        };
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetInt32() : 0;

    private static RequestId Id(JsonElement element, string name) =>
        RequestId.TryParse(Text(element, name).AsSpan(), out var id) ? id : RequestId.None;
}
