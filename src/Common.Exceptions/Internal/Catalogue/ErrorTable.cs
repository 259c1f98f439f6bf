using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Common.Exceptions.Internal.Catalogue;

/// <summary>Writes the errors of a service, in the order of their codes.</summary>
internal static class ErrorTable
{
    /// <summary>The forms; the first is the default.</summary>
    public static readonly string[] Formats = ["table", "markdown", "json", "openapi"];

    private static readonly string[] Heads = ["CODE", "KIND", "STATUS", "MESSAGE", "FIELDS"];

    private static readonly JsonWriterOptions JsonOptions = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by people, never put into a page
    };

    /// <summary>Puts errors in the order in which all forms list them.</summary>
    public static IReadOnlyList<ErrorEntry> Sort(IEnumerable<ErrorEntry> errors) =>
        [
            .. errors
                .OrderBy(entry => entry.Code, StringComparer.Ordinal)
                .ThenBy(entry => entry.Assembly, StringComparer.Ordinal),
        ];

    /// <summary>Writes errors in one of the forms.</summary>
    public static void Write(TextWriter output, IReadOnlyList<ErrorEntry> errors, string format)
    {
        switch (format)
        {
            case "markdown":
                WriteMarkdown(output, errors);
                break;
            case "json":
                WriteDocument(
                    output,
                    json =>
                    {
                        json.WriteNumber("schema", 1);
                        json.WriteString("command", "errors list");
                        WriteJson(json, errors);
                    }
                );
                break;
            case "openapi":
                WriteDocument(output, json => OpenApiResponses.Write(json, errors));
                break;
            default:
                WriteColumns(output, errors);
                break;
        }
    }

    /// <summary>Writes the property <c>errors</c> of a JSON object.</summary>
    public static void WriteJson(Utf8JsonWriter json, IReadOnlyList<ErrorEntry> errors)
    {
        json.WriteStartArray("errors");
        foreach (var entry in errors)
        {
            json.WriteStartObject();
            json.WriteString("code", entry.Code);
            json.WriteString("kind", entry.Kind);
            json.WriteNumber("status", entry.Status);
            json.WriteString("message", entry.Message);
            json.WriteStartArray("fields");
            foreach (var field in entry.Fields)
            {
                json.WriteStartObject();
                json.WriteString("name", field.Name);
                json.WriteString("type", field.Type);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteBoolean("errors", entry.HasErrors);
            json.WriteBoolean("retry_after", entry.HasRetryAfter);
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

    private static void WriteColumns(TextWriter output, IReadOnlyList<ErrorEntry> errors)
    {
        var rows = errors.Select(Cells).Prepend(Heads).ToList();
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

    private static void WriteMarkdown(TextWriter output, IReadOnlyList<ErrorEntry> errors)
    {
        output.WriteLine("| Code | Kind | Status | Message | Fields |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var entry in errors)
        {
            var cells = Cells(entry).Select(Escape);
            output.WriteLine($"| {string.Join(" | ", cells)} |");
        }
    }

    // A message is a sentence, whatever signs are in it.
    private static string Escape(string cell)
    {
        var text = new StringBuilder(cell.Length + 8);
        foreach (var c in cell)
        {
            if (c is '|' or '\\' or '*' or '`' or '<' or '[' or ']')
            {
                text.Append('\\');
            }

            text.Append(c);
        }

        return text.ToString();
    }

    private static void WriteDocument(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static string[] Cells(ErrorEntry entry) =>
        [
            entry.Code,
            entry.Kind,
            entry.Status.ToString(CultureInfo.InvariantCulture),
            entry.MessageText,
            entry.FieldsText,
        ];
}
