using System.Globalization;
using System.Text.Json;
using Common.Tool.Deprecations.Uses;
using Common.Tool.Deprecations.Waivers;
using Common.Tool.Shell;

namespace Common.Tool.Deprecations.Output;

/// <summary>Writes a report as the JSON document of <c>--json</c>.</summary>
internal static class ReportJson
{
    /// <summary>Writes it.</summary>
    public static void Write(ToolConsole console, DeprecationReport report) =>
        console.Document(writer =>
        {
            writer.WriteString("target", report.Target?.ToString());
            Strings(writer, "projects", report.Projects);
            writer.WriteStartArray("uses");
            foreach (var use in report.Uses)
            {
                Write(writer, use);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("waivers");
            foreach (var waiver in report.Waivers)
            {
                Write(writer, waiver, report);
            }

            writer.WriteEndArray();
            Strings(writer, "problems", report.Problems);
        });

    private static void Write(Utf8JsonWriter writer, Use use)
    {
        writer.WriteStartObject();
        writer.WriteString("stage", use.Stage.Name());
        writer.WriteString("surface", use.Item.Surface);
        writer.WriteString("name", use.Item.Name);
        writer.WriteString("package", use.Item.Package);
        writer.WriteString("referenced", use.Referenced.ToString());
        writer.WriteString("since", use.Item.Since?.ToString());
        writer.WriteString("removal", use.Item.Removal?.ToString());
        writer.WriteString("advice", use.Item.Advice);
        writer.WriteString("project", use.Project);
        writer.WriteString("file", use.File);
        writer.WriteNumber("line", use.Line);
        writer.WriteNumber("column", use.Column);
        writer.WriteString("manual", use.Manual);
        writer.WriteString("suppressedBy", use.SuppressedBy);
        writer.WriteString("waivedBy", use.Waiver?.Owner);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Waiver waiver, DeprecationReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("use", waiver.Use);
        writer.WriteString("files", waiver.Files);
        writer.WriteString("owner", waiver.Owner);
        writer.WriteString("reason", waiver.Reason);
        writer.WriteString(
            "expires",
            waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
        writer.WriteBoolean("expired", !waiver.HoldsOn(report.Day));
        writer.WriteNumber("uses", report.Uses.Count(u => u.Waiver == waiver));
        writer.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
