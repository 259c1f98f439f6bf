using System.Text;
using System.Text.Json;
using Common.Tool.Shell;

namespace Common.Tool.Release;

/// <summary>Writes findings as SARIF 2.1.0, which code hosts show beside the change.</summary>
internal static class Sarif
{
    /// <summary>One run with all findings.</summary>
    public static string Write(IReadOnlyList<Finding> findings)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            writer.WriteStartObject();
            WriteTool(writer, findings);
            writer.WriteStartArray("results");
            foreach (var finding in findings)
            {
                WriteResult(writer, finding);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteTool(Utf8JsonWriter writer, IReadOnlyList<Finding> findings)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "common");
        writer.WriteString("version", ToolHost.Version);
        writer.WriteStartArray("rules");
        foreach (var rule in findings.Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule);
            writer.WriteString("helpUri", Analyzers.RuleIds.HelpLink(rule));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Rule);
        writer.WriteString("level", finding.Level);
        writer.WriteStartObject("message");
        writer.WriteString("text", $"{finding.Where}: {finding.Message}");
        writer.WriteEndObject();
        if (finding.Line > 0)
        {
            writer.WriteStartArray("locations");
            writer.WriteStartObject();
            writer.WriteStartObject("physicalLocation");
            writer.WriteStartObject("artifactLocation");
            writer.WriteString("uri", finding.Where);
            writer.WriteEndObject();
            writer.WriteStartObject("region");
            writer.WriteNumber("startLine", finding.Line);
            if (finding.Column > 0)
            {
                writer.WriteNumber("startColumn", finding.Column);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        if (finding.Suppression is var (kind, why))
        {
            writer.WriteStartArray("suppressions");
            writer.WriteStartObject();
            writer.WriteString("kind", kind);
            writer.WriteString("justification", why);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
