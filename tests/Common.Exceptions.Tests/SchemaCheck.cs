using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Common.Exceptions.Tests;

/// <summary>Checks values against JSON schemas, as far as the catalogue's need it; a keyword that it does not know is a failure.</summary>
internal sealed class SchemaCheck(JsonNode document)
{
    /// <summary>Says what of a value a schema does not allow.</summary>
    public IEnumerable<string> Check(JsonNode schema, JsonNode? value, string at = "")
    {
        foreach (var (keyword, rule) in schema.AsObject())
        {
            foreach (var wrong in Check(keyword, rule!, value, at))
            {
                yield return wrong;
            }
        }
    }

    private IEnumerable<string> Check(string keyword, JsonNode rule, JsonNode? value, string at)
    {
        var own = value as JsonObject;
        return keyword switch
        {
            "description" or "format" => [], // annotations
            "$ref" => Check(Find((string)rule!), value, at),
            "allOf" => rule.AsArray().SelectMany(part => Check(part!, value, at)),
            "type" => Unless(Names(rule).Any(type => IsOf(type, value)), $"{at} is not {rule}"),
            "const" => Unless(JsonNode.DeepEquals(rule, value), $"{at} is not {rule}"),
            "enum" => Unless(
                rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
                $"{at} is none of {rule}"
            ),
            "pattern" => Unless(
                Regex.IsMatch(
                    (string)value!,
                    (string)rule!,
                    RegexOptions.None,
                    TimeSpan.FromMinutes(1)
                ),
                $"{at} does not match {rule}"
            ),
            "minimum" => Unless((double)value! >= (double)rule!, $"{at} is below {rule}"),
            "maximum" => Unless((double)value! <= (double)rule!, $"{at} is above {rule}"),
            "required" => Names(rule)
                .Where(name => own?.ContainsKey(name) != true)
                .Select(name => $"{at}/{name} is missing"),
            "properties" => rule.AsObject()
                .Where(property => own?.ContainsKey(property.Key) == true)
                .SelectMany(property =>
                    Check(property.Value!, own![property.Key], $"{at}/{property.Key}")
                ),
            "items" => value!.AsArray().SelectMany((item, i) => Check(rule, item, $"{at}/{i}")),
            _ => [$"the schema has the keyword {keyword}"],
        };
    }

    private JsonNode Find(string reference) =>
        reference[2..].Split('/').Aggregate(document, (node, name) => node[name]!);

    private static IEnumerable<string> Names(JsonNode rule) =>
        rule is JsonArray names ? names.Select(name => (string)name!) : [(string)rule!];

    private static IEnumerable<string> Unless(bool holds, string wrong) => holds ? [] : [wrong];

    private static bool IsOf(string type, JsonNode? value) =>
        (type, value?.GetValueKind()) switch
        {
            ("null", null) => true,
            ("object", System.Text.Json.JsonValueKind.Object) => true,
            ("array", System.Text.Json.JsonValueKind.Array) => true,
            ("string", System.Text.Json.JsonValueKind.String) => true,
            (
                "boolean",
                System.Text.Json.JsonValueKind.True
                    or System.Text.Json.JsonValueKind.False
            ) => true,
            ("number", System.Text.Json.JsonValueKind.Number) => true,
            ("integer", System.Text.Json.JsonValueKind.Number) => (double)value! % 1 == 0,
            _ => false,
        };
}
