using System.Globalization;

namespace Common.Config.Internal.Commands;

/// <summary>A value that the check accepts, where an option is required and has no default.</summary>
internal static class Placeholder
{
    /// <summary>Gives the value as JSON; null where the rules leave no obvious one.</summary>
    public static string? For(CatalogueOption option) =>
        option.Allowed.Count > 0 ? JsonLiteral.Of(option.Type, option.Allowed[0])
        : option.Pattern is not null ? null
        : option.Minimum is not null
            ? Within(option) is { } value ? JsonLiteral.Of(option.Type, value)
                : null
        : Text(option.Type, option) is { } text ? JsonLiteral.Of(option.Type, text)
        : option.Type.Name switch
        {
            "list" or "set" => Elements(option, static (_, element) => element, '[', ']'),
            "dictionary" => Elements(option, Named, '{', '}'),
            _ => null,
        };

    /// <summary>A value between the limits: one of them, where it may be; else the middle, where there is one.</summary>
    private static string? Within(CatalogueOption option) =>
        !option.MinimumIsExclusive ? option.Minimum
        : !option.MaximumIsExclusive ? option.Maximum
        : decimal.TryParse(
            option.Minimum,
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var minimum
        )
        && decimal.TryParse(
            option.Maximum,
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var maximum
        )
            ? (
                WholeNumbers.Limits.ContainsKey(option.Type.Name)
                    ? minimum + 1
                    : (minimum + maximum) / 2
            ).ToString(CultureInfo.InvariantCulture)
        : null;

    /// <summary>As many elements as there must be, each another one.</summary>
    private static string? Elements(
        CatalogueOption option,
        Func<int, string, string> write,
        char open,
        char close
    )
    {
        var elements = new List<string>();
        for (var i = 0; i < option.MinLength; i++)
        {
            if (Element(option.Type.Element!, i) is not { } element)
            {
                return null;
            }

            elements.Add(write(i, element));
        }

        return option.Type.Key is not null && elements.Count > 0
            ? null
            : open + string.Join(", ", elements) + close;
    }

    private static string? Element(CatalogueType type, int index) =>
        type.Name is "string" || JsonLiteral.IsNumber(type)
            ? JsonLiteral.Of(type, index.ToString(CultureInfo.InvariantCulture))
        : index == 0 && Text(type, new CatalogueOption("", type, "")) is { } text
            ? JsonLiteral.Of(type, text)
        : null;

    private static string Named(int index, string element) =>
        string.Create(CultureInfo.InvariantCulture, $"\"name{index}\": {element}");

    private static string? Text(CatalogueType type, CatalogueOption option) =>
        type.Name switch
        {
            "string" when option.IsUrl => "https://example.org/",
            "string" or "secret" => new string('x', option.MinLength ?? 0),
            "bool" => "false",
            "char" => "x",
            "enum" => type.Values.Count > 0 ? type.Values[0] : null,
            "guid" => "00000000-0000-0000-0000-000000000000",
            "uri" => "https://example.org/",
            "version" => "1.0",
            "duration" => "0s",
            "period" => "P1D",
            "date" => "2026-01-01",
            "time" => "00:00",
            "instant" => "2026-01-01T00:00:00Z",
            "size" => "0B",
            "ip" => "127.0.0.1",
            "network" => "127.0.0.0/8",
            "endpoint" => "localhost:80",
            "regex" => "",
            _ when JsonLiteral.IsNumber(type) => "0",
            _ => null,
        };
}
