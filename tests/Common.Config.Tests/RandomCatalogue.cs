using System.Globalization;
using System.Text.Json.Nodes;
using Common.Config.Catalogue;

namespace Common.Config.Tests;

/// <summary>Makes catalogues such as the generator writes them: options of all types, with rules that fit and defaults that keep them.</summary>
internal sealed class RandomCatalogue(int seed)
{
    private static readonly string[] Scalars =
    [
        "bool",
        "char",
        "byte",
        "sbyte",
        "short",
        "ushort",
        "int",
        "uint",
        "long",
        "ulong",
        "float",
        "double",
        "decimal",
        "guid",
        "uri",
        "version",
        "duration",
        "period",
        "date",
        "time",
        "instant",
        "size",
        "endpoint",
        "ip",
        "network",
        "regex",
        "secret",
        "string",
        "enum",
    ];

    private static readonly string[] Helps =
    [
        "",
        "What it is.",
        "A \"quoted\" text, with // and /* in it, and a \\ too.",
        "Two\nlines.",
        "Ünïcödé \u2028 😀",
    ];

    private readonly Random _random = new(seed);

    public ConfigCatalogue Make() =>
        ConfigCatalogue.Parse(
            Enumerable.Range(0, 1 + _random.Next(3)).Select(i => Section(i, nested: i > 0))
        );

    private string Section(int number, bool nested)
    {
        var options = new JsonArray();
        for (var i = _random.Next(6); i >= 0; i--)
        {
            options.Add(Option(i));
        }

        return new JsonObject
        {
            ["section"] = nested ? $"Random:Part:S{number}" : "Random",
            ["class"] = $"Random.S{number}",
            ["help"] = Pick(Helps),
            ["options"] = options,
        }.ToJsonString();
    }

    private JsonObject Option(int number)
    {
        var option = _random.Next(3) == 0 ? Collection() : Scalar();
        option["name"] = string.Create(CultureInfo.InvariantCulture, $"O{number}");
        option["help"] = Pick(Helps);
        Flag(option, "reloadable");
        Flag(option, "advanced");
        if (_random.Next(2) == 0)
        {
            option["required"] = true;
            option.Remove("default");
        }
        else
        {
            Flag(option, "nullable");
        }

        return option;
    }

    private JsonObject Scalar()
    {
        var option = Type();
        switch (option["type"]!.GetValue<string>())
        {
            case "int" or "long" or "short" or "sbyte":
                Limit(option, "-5", "5", Pick("-4", "0", "4"));
                break;
            case "byte" or "uint":
                Limit(option, "1", "200", "2");
                break;
            case "double" or "decimal" or "float":
                Limit(option, "0", "0.5", "0.25");
                break;
            case "duration":
                Limit(option, "1s", "5m", "1m");
                break;
            case "size":
                Limit(option, "1KiB", "1MiB", "2 KiB");
                break;
            case "string" when _random.Next(2) == 0:
                option["minLength"] = _random.Next(4);
                option["maxLength"] = 4 + _random.Next(4);
                option["default"] = "abcd";
                break;
            case "string" when _random.Next(2) == 0:
                option["allowed"] = new JsonArray("a", "b \" c");
                option["default"] = "b \" c";
                break;
            case "secret" when _random.Next(2) == 0:
                option["minLength"] = 16;
                break;
            case "enum":
                option["default"] = "Fast";
                break;
            default:
                break;
        }

        return option;
    }

    private JsonObject Collection()
    {
        var name = Pick("list", "set", "dictionary");
        var element = Type();
        var option = new JsonObject { ["type"] = name, ["element"] = element };
        var isNumbered = element["type"]!.GetValue<string>() is "string" or "int" or "double";
        if (_random.Next(2) == 0)
        {
            option["minLength"] = _random.Next(
                isNumbered ? 4
                : name == "dictionary" ? 1
                : 2
            );
            option["maxLength"] = 4;
        }
        else if (_random.Next(2) == 0)
        {
            option["default"] = new JsonArray();
        }

        if (name == "dictionary" && option["minLength"] is null && _random.Next(2) == 0)
        {
            option["key"] = new JsonObject { ["type"] = Pick("int", "guid") };
        }

        return option;
    }

    private JsonObject Type()
    {
        var name = Pick(Scalars);
        return name == "enum"
            ? new JsonObject { ["type"] = name, ["values"] = new JsonArray("Slow", "Fast") }
            : new JsonObject { ["type"] = name };
    }

    private void Limit(JsonObject option, string minimum, string maximum, string between)
    {
        if (_random.Next(3) == 0)
        {
            return;
        }

        // Of types whose values nobody can count, at least one limit is a value itself.
        option["minimum"] = minimum;
        option["maximum"] = maximum;
        Flag(option, "minimumIsExclusive");
        if (option["minimumIsExclusive"] is null || char.IsDigit(minimum[^1]))
        {
            Flag(option, "maximumIsExclusive");
        }

        if (_random.Next(2) == 0)
        {
            option["default"] = between;
        }
    }

    private void Flag(JsonObject option, string name)
    {
        if (_random.Next(3) == 0)
        {
            option[name] = true;
        }
    }

    private string Pick(params string[] texts) => texts[_random.Next(texts.Length)];
}
