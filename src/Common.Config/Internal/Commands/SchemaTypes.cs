using System.Globalization;
using System.Text.Json;

namespace Common.Config.Internal.Commands;

/// <summary>Writes the keywords of a type and of an option's rules.</summary>
internal static class SchemaTypes
{
    public static void Write(
        Utf8JsonWriter json,
        CatalogueType type,
        CatalogueOption? option,
        Action<string?> section
    )
    {
        if (option?.IsNullable == true)
        {
            json.WriteStartArray("anyOf");
            json.WriteStartObject();
            json.WriteString("type", "null");
            json.WriteEndObject();
            json.WriteStartObject();
            Bare(json, type, option, section);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        else
        {
            Bare(json, type, option, section);
        }
    }

    private static void Bare(
        Utf8JsonWriter json,
        CatalogueType type,
        CatalogueOption? option,
        Action<string?> section
    )
    {
        switch (type.Name)
        {
            case "bool":
                json.WriteString("type", "boolean");
                break;
            case "float":
                json.WriteString("type", "number");
                Limits(json, option, Text(float.MinValue), Text(float.MaxValue));
                break;
            case "double":
                json.WriteString("type", "number");
                Limits(json, option, Text(double.MinValue), Text(double.MaxValue));
                break;
            case "decimal":
                json.WriteString("type", "number");
                Limits(json, option, Text(decimal.MinValue), Text(decimal.MaxValue));
                break;
            case var _ when WholeNumbers.Limits.TryGetValue(type.Name, out var limits):
                json.WriteString("type", "integer");
                Limits(json, option, limits.Minimum, limits.Maximum);
                break;
            case "enum" when !type.IsFlags:
                Names(json, "enum", type.Values);
                break;
            case "list" or "set":
                json.WriteString("type", "array");
                Length(json, option, "minItems", "maxItems");
                json.WriteStartObject("items");
                Write(json, type.Element!, null, section);
                json.WriteEndObject();
                break;
            case "dictionary":
                json.WriteString("type", "object");
                Length(json, option, "minProperties", "maxProperties");
                Keys(json, type.Key);
                json.WriteStartObject("additionalProperties");
                Write(json, type.Element!, null, section);
                json.WriteEndObject();
                break;
            case "section":
                section(type.Class);
                break;
            case "secret":
                Secret(json, option);
                break;
            default:
                json.WriteString("type", "string");
                Length(json, option, "minLength", "maxLength");
                if (option?.Pattern is { } pattern)
                {
                    json.WriteString("pattern", $"^(?:{pattern})$");
                }

                break;
        }

        if (option?.Allowed.Count > 0)
        {
            json.WriteStartArray("enum");
            foreach (var value in option.Allowed)
            {
                json.WriteRawValue(JsonLiteral.Of(type, value));
            }

            json.WriteEndArray();
        }
    }

    /// <summary>What the names of a dictionary's elements must be. JSON has no keys but texts, so a number is one that reads as such.</summary>
    private static void Keys(Utf8JsonWriter json, CatalogueType? key)
    {
        if (key is null)
        {
            return;
        }

        json.WriteStartObject("propertyNames");
        switch (key.Name)
        {
            case "enum":
                Names(json, "enum", key.Values);
                break;
            case "guid":
                json.WriteString("pattern", "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$");
                break;
            default:
                json.WriteString("pattern", "^[-+]?[0-9]+$");
                break;
        }

        json.WriteEndObject();
    }

    private static void Secret(Utf8JsonWriter json, CatalogueOption? option)
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("type", "string");
        Length(json, option, "minLength", "maxLength");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        json.WriteStartObject("File");
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteEndObject();
        Names(json, "required", ["File"]);
        json.WriteBoolean("additionalProperties", value: false);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Limits(
        Utf8JsonWriter json,
        CatalogueOption? option,
        string? minimum,
        string? maximum
    )
    {
        Limit(
            json,
            option?.MinimumIsExclusive == true ? "exclusiveMinimum" : "minimum",
            option?.Minimum ?? minimum
        );
        Limit(
            json,
            option?.MaximumIsExclusive == true ? "exclusiveMaximum" : "maximum",
            option?.Maximum ?? maximum
        );
    }

    private static void Limit(Utf8JsonWriter json, string name, string? value)
    {
        // A number of a type that is wider than any of .NET's stays as it is written.
        if (
            double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
        )
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value);
        }
    }

    private static string Text(IFormattable number) =>
        number.ToString(null, CultureInfo.InvariantCulture);

    private static void Length(
        Utf8JsonWriter json,
        CatalogueOption? option,
        string minimum,
        string maximum
    )
    {
        if (option?.MinLength is { } low)
        {
            json.WriteNumber(minimum, low);
        }

        if (option?.MaxLength is { } high)
        {
            json.WriteNumber(maximum, high);
        }
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
