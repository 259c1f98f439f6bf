using System.Text.Json;

namespace Common.Config.Internal.Commands;

/// <summary>Writes explanations for people or as JSON.</summary>
internal static class ExplainWriter
{
    public static void Write(
        IReadOnlyList<ConfigValue> values,
        string? key,
        bool isJson,
        TextWriter output
    )
    {
        if (isJson)
        {
            WriteJson(values, output);
            return;
        }

        foreach (var value in values)
        {
            var winner = value.Sources[0];
            output.WriteLine($"{value.Key} = {winner.Value}");
            if (winner.Source == Explanation.Default)
            {
                output.WriteLine("  " + Explanation.Default);
                continue;
            }

            output.WriteLine($"  from {winner.Source}{OlderName(winner)}");
            foreach (var lower in value.Sources.Skip(1))
            {
                output.WriteLine($"  over {lower.Value} from {lower.Source}{OlderName(lower)}");
            }
        }

        if (values.Count == 0)
        {
            // The name is not repeated: it may be a secret that stands in the wrong place.
            output.WriteLine(
                key is null ? "There are no options." : "There is no option of that name."
            );
        }
    }

    private static string OlderName(ConfigValueSource source) =>
        source.OlderKey is { } key ? $", as {key}" : "";

    private static void WriteJson(IEnumerable<ConfigValue> values, TextWriter output)
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
            json.WriteStartArray("options");
            foreach (var value in values)
            {
                json.WriteStartObject();
                json.WriteString("key", value.Key);
                if (value.Sources[0].Source == Explanation.Default)
                {
                    json.WriteString("default", value.Sources[0].Value);
                }
                else
                {
                    WriteSources(json, value.Sources);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void WriteSources(Utf8JsonWriter json, IEnumerable<ConfigValueSource> sources)
    {
        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("value", source.Value);
            json.WriteString("source", source.Source);
            json.WriteString("older_key", source.OlderKey);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
