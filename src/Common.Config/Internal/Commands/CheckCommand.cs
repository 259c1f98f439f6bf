using System.Text.Json;
using Common.Config.Catalogue;
using Common.Config.Internal.Reading;
using Common.Config.Internal.Sources;
using Microsoft.Extensions.Configuration;

namespace Common.Config.Internal.Commands;

/// <summary>Checks files as the service would at its start.</summary>
internal sealed class CheckCommand(
    ConfigCatalogue catalogue,
    ConfigRegistry? registry,
    IConfiguration? configuration
)
{
    public int Run(IReadOnlyList<string> files, bool isPartial, bool isJson, TextWriter output)
    {
        var errors = new List<ConfigError>();
        var layers = new List<ConfigLayer>();
        foreach (var file in files)
        {
            try
            {
                layers.Add(JsonFileLayer.Parse(Path.GetFullPath(file), File.ReadAllBytes(file)));
            }
            catch (ConfigException e)
            {
                errors.AddRange(e.Errors);
            }
        }

        IReadOnlyCollection<string> notChecked = [];
        var sections = registry;
        if (sections is null)
        {
            sections = new ConfigRegistry();
            (var models, notChecked) = CatalogueModels.Of(catalogue);
            foreach (var model in models)
            {
                sections.AddModel(model);
            }

            notChecked =
            [
                .. notChecked,
                "rules between options, and the validators of the service",
            ];
        }
        else if (configuration is not null)
        {
            layers.AddRange(EnvironmentOf(configuration));
        }

        var loaded = Loaded.Read(sections, layers);
        errors.AddRange(
            loaded.Context.Errors.Where(error => !isPartial || error.Source is not null)
        );
        var warnings = loaded.Context.Warnings.Concat(Deprecated(loaded)).ToList();
        Write(output, isJson, ErrorOrder.Sort(errors), ErrorOrder.Sort(warnings), notChecked);
        return errors.Count == 0 ? ConfigCommands.Success : ConfigCommands.Found;
    }

    /// <summary>The sources above the files: the environment; not the command line, which is this command's.</summary>
    private static IEnumerable<ConfigLayer> EnvironmentOf(IConfiguration configuration) =>
        ConfigLayers.Of(configuration).Where(layer => layer.Kind == LayerKind.Environment);

    private static IEnumerable<ConfigError> Deprecated(Loaded loaded)
    {
        var slots = loaded.Registry.Plan.Slots;
        for (var i = 0; i < loaded.Nodes.Length; i++)
        {
            if (loaded.Nodes[i] is not { Source: { } source } node)
            {
                continue;
            }

            var option = slots[i].Option;
            if (node.Alias > 0)
            {
                var since = option.DeprecatedKeys[node.Alias - 1].Since;
                yield return new ConfigError(
                    node.Key,
                    null,
                    source.Locate(node.Key),
                    $"is deprecated since {since}; use {slots[i].Key}"
                );
            }

            if (option.Deprecation is { } deprecation)
            {
                yield return new ConfigError(
                    slots[i].Key,
                    null,
                    source.Locate(node.Key),
                    deprecation
                );
            }
        }
    }

    private static void Write(
        TextWriter output,
        bool isJson,
        IReadOnlyList<ConfigError> errors,
        IReadOnlyList<ConfigError> warnings,
        IEnumerable<string> notChecked
    )
    {
        if (isJson)
        {
            WriteJson(output, errors, warnings, notChecked);
            return;
        }

        foreach (var item in errors)
        {
            output.WriteLine("error: " + item);
        }

        foreach (var item in warnings)
        {
            output.WriteLine("warning: " + item);
        }

        foreach (var item in notChecked)
        {
            output.WriteLine("not checked: " + item);
        }

        if (errors.Count == 0)
        {
            output.WriteLine("No errors.");
        }
    }

    private static void WriteJson(
        TextWriter output,
        IReadOnlyList<ConfigError> errors,
        IReadOnlyList<ConfigError> warnings,
        IEnumerable<string> notChecked
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
            foreach (var item in notChecked)
            {
                json.WriteStringValue(item);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
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
