using System.Globalization;
using System.Text.Json;
using Common.Tool.Incubator.Source;

namespace Common.Tool.Incubator.Commands;

/// <summary>Writes a manifest for machines.</summary>
internal static class ManifestJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter writer, ModuleManifest module)
    {
        writer.WriteStartObject();
        writer.WriteString("name", module.Name);
        writer.WriteString("purpose", module.Purpose);
        writer.WriteString("owner", module.Owner);
        writer.WriteString("stage", module.Graduated is null ? "incubating" : "graduated");
        writer.WriteString("since", module.Since);
        writer.WriteString(
            "exit",
            module.Exit.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
        WriteTexts(writer, "modules", module.Modules);
        WriteTexts(writer, "packages", module.Packages);
        WriteTexts(writer, "frameworks", module.Frameworks);
        if (module.Graduated is { } graduated)
        {
            writer.WriteString("graduatedIn", graduated.Release);
            writer.WriteString("package", graduated.Package);
        }

        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
