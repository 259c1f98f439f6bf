using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Common.Config.Tests;

/// <summary>Writes files with values of <see cref="KindOptions"/> in their canonical spelling: many right, some beyond a limit, some of no type.</summary>
internal sealed class RandomKinds(int seed)
{
    private static readonly string[] Names =
    [
        "Flag",
        "MayBeFlag",
        "Small",
        "Limited",
        "Large",
        "Unsigned",
        "Single",
        "Share",
        "Price",
        "Mode",
        "Shards",
        "Code",
        "Letters",
        "Text",
        "Name",
        "Numbers",
        "Switches",
        "Nobodys",
    ];

    private readonly Random _random = new(seed);

    public string Write()
    {
        var kinds = new JsonObject();
        for (var i = _random.Next(4); i >= 0; i--)
        {
            var name = Names[_random.Next(Names.Length)];
            kinds[name] = JsonNode.Parse(Value(name));
        }

        var database = new JsonObject();
        if (_random.Next(8) > 0)
        {
            database["Password"] = "p"; // required
        }

        return new JsonObject
        {
            ["Orders"] = new JsonObject { ["Database"] = database, ["Kinds"] = kinds },
        }.ToJsonString();
    }

    private string Value(string name) =>
        name switch
        {
            "Flag" => Pick("true", "false", "\"maybe\""),
            "MayBeFlag" => Pick("true", "false", "null", "\"maybe\""),
            "Small" => Pick("0", "255", "256", "-1", "\"x\""),
            "Limited" => Pick("-6", "-5", "0", "5", "6", "\"five\""),
            "Large" => Pick("9223372036854775807", "9223372036854775808", "-9223372036854775808"),
            "Unsigned" => Pick("18446744073709551615", "18446744073709551616", "0", "-1"),
            "Single" => Pick("0.5", "-3E+38", "4E+38", "-4E+38", "\"half\""),
            "Share" => Pick("0", "0.0001", "0.5", "0.50001", "-0.1"),
            "Price" => Pick("79228162514264337593543950335", "1E+29", "-0.01", "12.50"),
            "Mode" => Pick("\"Lazy\"", "\"Eager\"", "\"Never\""),
            "Shards" => Pick("1", "2", "3", "4"),
            "Code" => Text("", "a", "abc", "abcd", "😀😀😀", "😀😀😀😀"),
            "Letters" => Text("", "abc", "abcd", "abc\n", "ABC"),
            "Numbers" => Pick("[]", "[1,2]", "[1,\"x\"]", "[2147483648]"),
            "Switches" => Pick("{}", "{\"a\":true}", "{\"a\":\"maybe\"}"),
            _ => Text("", "x", new string('y', _random.Next(50))),
        };

    private string Text(params string[] texts) => JsonSerializer.Serialize(Pick(texts));

    private string Pick(params string[] values) =>
        _random.Next(6) == 0 && long.TryParse(values[0], CultureInfo.InvariantCulture, out _)
            ? _random.Next(-10, 300).ToString(CultureInfo.InvariantCulture)
            : values[_random.Next(values.Length)];
}
