using System.Globalization;
using System.Text;

namespace Common.Analyzers.Errors;

/// <summary>Writes an error as one JSON object, for the catalogue that is embedded in the assembly.</summary>
internal static class ErrorCatalogue
{
    public static string Entry(ErrorModel model)
    {
        var json = new StringBuilder(256);
        json.Append("{\"code\":").Append(Quote(model.Code));
        json.Append(",\"kind\":").Append(Quote(KindNumbers.Name(model.Kind)));
        json.Append(",\"status\":")
            .Append(KindNumbers.Status(model.Kind).ToString(CultureInfo.InvariantCulture));
        json.Append(",\"message\":").Append(Quote(model.Message));
        json.Append(",\"fields\":[");
        json.Append(
            string.Join(
                ",",
                model
                    .Of(ErrorParameterRole.Public)
                    .Select(p => $"{{\"name\":{Quote(p.FieldName)},\"type\":{Quote(p.JsonType)}}}")
            )
        );
        json.Append("],\"errors\":").Append(Has(model, ErrorParameterRole.Errors));
        json.Append(",\"retry_after\":").Append(Has(model, ErrorParameterRole.RetryAfter));
        if (model.Deprecation is { } deprecation)
        {
            json.Append(",\"deprecated\":{\"since\":").Append(Quote(deprecation.Since));
            json.Append(",\"replacement\":").Append(QuoteOrNull(deprecation.Replacement));
            json.Append(",\"reason\":").Append(QuoteOrNull(deprecation.Reason)).Append('}');
        }

        return json.Append('}').ToString();
    }

    private static string Has(ErrorModel model, ErrorParameterRole role) =>
        model.First(role) is null ? "false" : "true";

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
