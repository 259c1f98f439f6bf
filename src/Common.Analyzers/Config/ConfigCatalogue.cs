using System.Text;

namespace Common.Analyzers.Config;

/// <summary>Writes a section as one JSON object, for the catalogue that is embedded in the assembly.</summary>
internal static class ConfigCatalogue
{
    public static string Entry(ConfigSectionModel model)
    {
        var json = new StringBuilder(1024);
        json.Append("{\"section\":").Append(JsonText.Quote(model.Path));
        json.Append(",\"class\":")
            .Append(JsonText.Quote(model.FullName.Replace("global::", string.Empty)));
        json.Append(",\"help\":").Append(JsonText.Quote(model.Help)).Append(",\"options\":[");
        for (var i = 0; i < model.Options.Count; i++)
        {
            json.Append(i == 0 ? string.Empty : ",");
            Option(json, model.Options[i]);
        }

        json.Append(']');
        if (model.RemovedKeys.Count > 0)
        {
            json.Append(",\"removed\":[");
            json.Append(
                string.Join(
                    ",",
                    model.RemovedKeys.Select(key =>
                        $"{{\"path\":{JsonText.Quote(key.Path)},\"since\":{JsonText.Quote(key.Since)},\"replacement\":{JsonText.Quote(key.Replacement)}}}"
                    )
                )
            );
            json.Append(']');
        }

        return json.Append('}').ToString();
    }

    /// <summary>Writes one option as a JSON object.</summary>
    public static string Entry(ConfigOptionModel option)
    {
        var json = new StringBuilder(256);
        Option(json, option);
        return json.ToString();
    }

    private static void Option(StringBuilder json, ConfigOptionModel option)
    {
        json.Append("{\"name\":").Append(JsonText.Quote(option.Name)).Append(',');
        json.Append(option.Type.CatalogueJson);
        json.Append(",\"help\":").Append(JsonText.Quote(option.Help));
        Flag(json, "required", option.IsRequired);
        Flag(json, "nullable", option.IsNullable);
        Flag(json, "reloadable", option.IsReloadable);
        Flag(json, "advanced", option.IsAdvanced);
        if (option.DefaultJson is not null)
        {
            json.Append(",\"default\":").Append(option.DefaultJson);
        }
        else if (option.DefaultSource is not null)
        {
            json.Append(",\"defaultSource\":").Append(JsonText.Quote(option.DefaultSource));
        }

        foreach (var rule in option.Rules.Where(r => r.Json.Length > 0))
        {
            json.Append(',').Append(rule.Json);
        }

        if (option.DeprecatedKeys.Count > 0)
        {
            json.Append(",\"deprecatedKeys\":[");
            json.Append(
                string.Join(
                    ",",
                    option.DeprecatedKeys.Select(key =>
                        $"{{\"path\":{JsonText.Quote(key.Path)},\"since\":{JsonText.Quote(key.Since)}}}"
                    )
                )
            );
            json.Append(']');
        }

        if (option.Deprecation is { } deprecation)
        {
            json.Append(",\"deprecated\":{\"since\":").Append(JsonText.Quote(deprecation.Since));
            json.Append(",\"replacement\":").Append(QuoteOrNull(deprecation.Replacement));
            json.Append(",\"reason\":").Append(QuoteOrNull(deprecation.Reason)).Append('}');
        }

        json.Append('}');
    }

    private static void Flag(StringBuilder json, string name, bool value)
    {
        if (value)
        {
            json.Append(",\"").Append(name).Append("\":true");
        }
    }

    private static string QuoteOrNull(string? value) =>
        value is null ? "null" : JsonText.Quote(value);
}
