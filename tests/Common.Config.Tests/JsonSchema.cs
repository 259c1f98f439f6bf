using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Common.Config.Tests;

/// <summary>Evaluates the keywords of JSON Schema (2020-12) that <c>schema</c> writes; any other is a failure of the test.</summary>
internal static class JsonSchema
{
    /// <summary>Says whether a value is valid.</summary>
    public static bool Accepts(JsonElement schema, JsonElement value) =>
        schema.EnumerateObject().All(keyword => Holds(keyword.Name, keyword.Value, schema, value));

    private static bool Holds(
        string keyword,
        JsonElement argument,
        JsonElement schema,
        JsonElement value
    ) =>
        keyword switch
        {
            "$schema" or "$defs" or "description" or "default" or "deprecated" => true,
            "type" => IsOfType(argument.GetString()!, value),
            "enum" => argument.EnumerateArray().Any(item => Same(item, value)),
            "anyOf" => argument.EnumerateArray().Any(item => Accepts(item, value)),
            "minimum" => !IsNumber(value) || Compare(value, argument) >= 0,
            "maximum" => !IsNumber(value) || Compare(value, argument) <= 0,
            "exclusiveMinimum" => !IsNumber(value) || Compare(value, argument) > 0,
            "exclusiveMaximum" => !IsNumber(value) || Compare(value, argument) < 0,
            "minLength" => !IsString(value) || Length(value) >= argument.GetInt32(),
            "maxLength" => !IsString(value) || Length(value) <= argument.GetInt32(),
            "pattern" => !IsString(value) || Matches(argument.GetString()!, value.GetString()!),
            "minItems" => !IsArray(value) || value.GetArrayLength() >= argument.GetInt32(),
            "maxItems" => !IsArray(value) || value.GetArrayLength() <= argument.GetInt32(),
            "items" => !IsArray(value)
                || value.EnumerateArray().All(item => Accepts(argument, item)),
            "propertyNames" => !IsObject(value)
                || value
                    .EnumerateObject()
                    .All(p => Accepts(argument, JsonSerializer.SerializeToElement(p.Name))),
            "minProperties" => !IsObject(value) || Count(value) >= argument.GetInt32(),
            "maxProperties" => !IsObject(value) || Count(value) <= argument.GetInt32(),
            "required" => !IsObject(value)
                || argument
                    .EnumerateArray()
                    .All(name => value.TryGetProperty(name.GetString()!, out _)),
            "properties" => !IsObject(value)
                || argument
                    .EnumerateObject()
                    .All(p =>
                        !value.TryGetProperty(p.Name, out var member) || Accepts(p.Value, member)
                    ),
            "additionalProperties" => !IsObject(value)
                || value
                    .EnumerateObject()
                    .Where(p => !IsProperty(schema, p.Name))
                    .All(p =>
                        argument.ValueKind == JsonValueKind.True
                        || (
                            argument.ValueKind == JsonValueKind.Object && Accepts(argument, p.Value)
                        )
                    ),
            _ => throw new NotSupportedException($"The keyword {keyword} is not evaluated here."),
        };

    private static bool IsProperty(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out var properties)
        && properties.TryGetProperty(name, out _);

    private static bool IsOfType(string type, JsonElement value) =>
        type switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "object" => IsObject(value),
            "array" => IsArray(value),
            "string" => IsString(value),
            "number" => IsNumber(value),
            "integer" => IsNumber(value)
                && BigInteger.TryParse(
                    value.GetRawText(),
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out _
                ),
            _ => throw new NotSupportedException($"The type {type} is none of JSON Schema."),
        };

    private static bool Same(JsonElement a, JsonElement b) => JsonElement.DeepEquals(a, b);

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;

    private static bool IsString(JsonElement value) => value.ValueKind == JsonValueKind.String;

    private static bool IsArray(JsonElement value) => value.ValueKind == JsonValueKind.Array;

    private static bool IsObject(JsonElement value) => value.ValueKind == JsonValueKind.Object;

    private static int Count(JsonElement value) => value.EnumerateObject().Count();

    /// <summary>Compares by all digits where both are whole numbers.</summary>
    private static int Compare(JsonElement a, JsonElement b) =>
        IsOfType("integer", a) && IsOfType("integer", b)
            ? Whole(a).CompareTo(Whole(b))
            : a.GetDouble().CompareTo(b.GetDouble());

    private static BigInteger Whole(JsonElement value) =>
        BigInteger.Parse(value.GetRawText(), CultureInfo.InvariantCulture);

    private static int Length(JsonElement value) => value.GetString()!.EnumerateRunes().Count();

    // In ECMA-262 a $ is the end alone, and not what stands before a last newline.
    private static bool Matches(string pattern, string text) =>
        Regex.IsMatch(
            text,
            pattern.EndsWith('$') ? pattern[..^1] + "\\z" : pattern,
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
}
