using System.Text.Json;
using Common.Config.Catalogue;

namespace Common.Config.Internal.Commands;

/// <summary>Writes explanations for people or as JSON.</summary>
internal static class ExplainWriter
{
    public static void Write(
        IEnumerable<ConfigValue> values,
        ConfigCatalogue catalogue,
        string? key,
        bool isJson,
        TextWriter output
    )
    {
        var configured = values.ToList();
        var defaults = Defaults(catalogue, configured, key).ToList();
        if (isJson)
        {
            WriteJson(configured, defaults, output);
            return;
        }

        foreach (var value in configured)
        {
            var winner = value.Sources[0];
            output.WriteLine($"{value.Key} = {winner.Value}");
            output.WriteLine($"  from {winner.Source}{OlderName(winner)}");
            foreach (var lower in value.Sources.Skip(1))
            {
                output.WriteLine($"  over {lower.Value} from {lower.Source}{OlderName(lower)}");
            }
        }

        foreach (var (name, value) in defaults)
        {
            output.WriteLine($"{name} = {value}");
            output.WriteLine("  the default");
        }

        if (configured.Count + defaults.Count == 0)
        {
            output.WriteLine(key is null ? "There are no options." : $"There is no option {key}.");
        }
    }

    private static string OlderName(ConfigValueSource source) =>
        source.OlderKey is { } key ? $", as {key}" : "";

    private static IEnumerable<(string Key, string Value)> Defaults(
        ConfigCatalogue catalogue,
        IReadOnlyList<ConfigValue> configured,
        string? key
    ) =>
        from section in catalogue.Sections
        where !section.IsNamed
        from option in Flat(catalogue, section, section.Path)
        where
            key is null
            || option.Key.Equals(key, StringComparison.OrdinalIgnoreCase)
            || option.Key.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase)
        where
            !configured.Any(value =>
                value.Key.Equals(option.Key, StringComparison.OrdinalIgnoreCase)
                || value.Key.StartsWith(option.Key + ":", StringComparison.OrdinalIgnoreCase)
            )
        select option;

    private static IEnumerable<(string Key, string Value)> Flat(
        ConfigCatalogue catalogue,
        CatalogueSection section,
        string path
    )
    {
        foreach (var option in section.Options)
        {
            var key = $"{path}:{option.Name}";
            if (option.Type.Name == "section" && catalogue.Find(option.Type.Class) is { } inner)
            {
                foreach (var part in Flat(catalogue, inner, key))
                {
                    yield return part;
                }
            }
            else
            {
                yield return (
                    key,
                    option.IsRequired ? "(missing, and required)"
                    : option.Type.IsSecret ? Secret.Mask
                    : OptionText.Default(option) is { Length: > 0 } value ? value
                    : "(none)"
                );
            }
        }
    }

    private static void WriteJson(
        IEnumerable<ConfigValue> values,
        IEnumerable<(string Key, string Value)> defaults,
        TextWriter output
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
            json.WriteStartArray("options");
            foreach (var value in values)
            {
                json.WriteStartObject();
                json.WriteString("key", value.Key);
                json.WriteStartArray("sources");
                foreach (var source in value.Sources)
                {
                    json.WriteStartObject();
                    json.WriteString("value", source.Value);
                    json.WriteString("source", source.Source);
                    json.WriteString("older_key", source.OlderKey);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            foreach (var (key, value) in defaults)
            {
                json.WriteStartObject();
                json.WriteString("key", key);
                json.WriteString("default", value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }
}
