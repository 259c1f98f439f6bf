using System.Text;
using System.Text.Json;
using Common.Config.Catalogue;

namespace Common.Config.Internal.Commands;

/// <summary>What a check has found, and what it could not look at.</summary>
internal sealed record CheckReport(
    IReadOnlyList<ConfigError> Errors,
    IReadOnlyList<ConfigError> Warnings,
    IReadOnlyCollection<string> NotChecked
)
{
    /// <summary>Writes the report for people or as JSON.</summary>
    /// <returns>The exit code.</returns>
    public int Write(TextWriter output, bool isJson)
    {
        var (errors, warnings) = (ErrorOrder.Sort(Errors), ErrorOrder.Sort(Warnings));
        if (isJson)
        {
            WriteJson(output, errors, warnings);
        }
        else
        {
            WriteText(output, errors, warnings);
        }

        return errors.Count == 0 ? ConfigCommands.Success : ConfigCommands.Found;
    }

    private void WriteText(
        TextWriter output,
        IReadOnlyList<ConfigError> errors,
        IEnumerable<ConfigError> warnings
    )
    {
        foreach (var item in errors)
        {
            output.WriteLine("error: " + item);
        }

        foreach (var item in warnings)
        {
            output.WriteLine("warning: " + item);
        }

        foreach (var item in NotChecked)
        {
            output.WriteLine("not checked: " + item);
        }

        if (errors.Count == 0)
        {
            output.WriteLine("No errors.");
        }
    }

    private void WriteJson(
        TextWriter output,
        IEnumerable<ConfigError> errors,
        IEnumerable<ConfigError> warnings
    )
    {
        using var stream = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                stream,
                new JsonWriterOptions { Indented = true, NewLine = "\n" }
            )
        )
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            WriteErrors(json, "errors", errors);
            WriteErrors(json, "warnings", warnings);
            json.WriteStartArray("not_checked");
            foreach (var item in NotChecked)
            {
                json.WriteStringValue(item);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void WriteErrors(
        Utf8JsonWriter json,
        string name,
        IEnumerable<ConfigError> errors
    )
    {
        json.WriteStartArray(name);
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("key", error.Key);
            json.WriteString("value", error.Value);
            json.WriteString("source", error.Source);
            json.WriteString("rule", error.Rule);
            json.WriteString("message", error.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
