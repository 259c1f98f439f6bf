using System.Globalization;
using System.Text;

namespace Common.Analyzers.Logging;

/// <summary>Writes an event as one JSON object, for the catalogue that is embedded in the assembly.</summary>
internal static class LogEventCatalogue
{
    public static string Entry(LogEventModel model)
    {
        var json = new StringBuilder(256);
        json.Append("{\"id\":").Append(model.Id.ToString(CultureInfo.InvariantCulture));
        json.Append(",\"name\":").Append(Quote(model.Name));
        json.Append(",\"kind\":").Append(Quote(KindNames.Kinds[model.Kind]));
        json.Append(",\"level\":").Append(Quote(KindNames.Level(model.Kind)));
        json.Append(",\"summary\":").Append(Quote(model.Summary));
        json.Append(",\"fields\":[");
        for (var i = 0; i < model.Fields.Count; i++)
        {
            json.Append(i == 0 ? "{\"name\":" : ",{\"name\":");
            json.Append(Quote(model.Fields[i].Name));
            json.Append(",\"type\":").Append(Quote(model.Fields[i].JsonType)).Append('}');
        }

        json.Append("],\"exception\":").Append(model.Exception is null ? "false" : "true");
        if (model.Deprecation is { } deprecation)
        {
            json.Append(",\"deprecated\":{\"since\":").Append(Quote(deprecation.Since));
            json.Append(",\"replacement\":").Append(QuoteOrNull(deprecation.Replacement));
            json.Append(",\"reason\":").Append(QuoteOrNull(deprecation.Reason)).Append('}');
        }

        return json.Append('}').ToString();
    }

    private static string QuoteOrNull(string? value) => value is null ? "null" : Quote(value);

    private static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (c < ' ' || c > '~')
            {
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(c);
            }
        }

        return text.Append('"').ToString();
    }
}
