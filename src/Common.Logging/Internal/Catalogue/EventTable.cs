using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Common.Logging.Internal.Catalogue;

/// <summary>Writes the events of a service, in the order of their IDs.</summary>
internal static class EventTable
{
    private static readonly string[] Heads = ["ID", "NAME", "KIND", "LEVEL", "SUMMARY", "FIELDS"];

    /// <summary>Puts events in the order in which all forms list them.</summary>
    public static IReadOnlyList<EventEntry> Sort(IEnumerable<EventEntry> events) =>
        [
            .. events
                .OrderBy(entry => entry.Id)
                .ThenBy(entry => entry.Name, StringComparer.Ordinal)
                .ThenBy(entry => entry.Assembly, StringComparer.Ordinal),
        ];

    /// <summary>Writes columns for people.</summary>
    public static void WriteColumns(TextWriter output, IReadOnlyList<EventEntry> events)
    {
        var rows = events.Select(Cells).Prepend(Heads).ToList();
        var widths = Enumerable
            .Range(0, Heads.Length)
            .Select(column => rows.Max(row => row[column].Length))
            .ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => cell.PadRight(widths[column]));
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }

    /// <summary>Writes a table of Markdown.</summary>
    public static void WriteMarkdown(TextWriter output, IReadOnlyList<EventEntry> events)
    {
        output.WriteLine("| ID | Name | Kind | Level | Summary | Fields |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var entry in events)
        {
            var cells = Cells(entry).Select(Escape);
            output.WriteLine($"| {string.Join(" | ", cells)} |");
        }
    }

    /// <summary>Gives the document that <c>--format json</c> prints.</summary>
    public static string Json(IReadOnlyList<EventEntry> events)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            json.WriteString("command", "events list");
            WriteJson(json, events);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Writes the property <c>events</c> of a JSON object.</summary>
    public static void WriteJson(Utf8JsonWriter json, IReadOnlyList<EventEntry> events)
    {
        json.WriteStartArray("events");
        foreach (var entry in events)
        {
            json.WriteStartObject();
            json.WriteNumber("id", entry.Id);
            json.WriteString("name", entry.Name);
            json.WriteString("kind", entry.Kind);
            json.WriteString("level", entry.Level);
            json.WriteString("summary", entry.Summary);
            json.WriteStartArray("fields");
            foreach (var field in entry.Fields)
            {
                json.WriteStartObject();
                json.WriteString("name", field.Name);
                json.WriteString("type", field.Type);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteBoolean("exception", entry.HasException);
            if (entry.DeprecatedSince is not null)
            {
                json.WriteStartObject("deprecated");
                json.WriteString("since", entry.DeprecatedSince);
                json.WriteString("replacement", entry.Replacement);
                json.WriteString("reason", entry.DeprecationReason);
                json.WriteEndObject();
            }

            json.WriteString("assembly", entry.Assembly);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Text that ends no cell and begins no element of HTML.</summary>
    private static string Escape(string cell) =>
        cell.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("<", "\\<", StringComparison.Ordinal);

    private static string[] Cells(EventEntry entry) =>
        [
            entry.Id.ToString(CultureInfo.InvariantCulture),
            entry.Name,
            entry.Kind,
            entry.Level,
            entry.SummaryText,
            entry.FieldsText,
        ];
}
