namespace Common.Config.Internal.Commands;

/// <summary>A value that the check accepts, where an option is required and has no default.</summary>
internal static class Placeholder
{
    /// <summary>Gives the value as JSON; null where the rules leave no obvious one.</summary>
    public static string? For(CatalogueOption option) =>
        option.Allowed.Count > 0 ? JsonLiteral.Of(option.Type, option.Allowed[0])
        : option.Pattern is not null || option.MinimumIsExclusive ? null
        : option.Minimum is { } minimum ? JsonLiteral.Of(option.Type, minimum)
        : Text(option.Type, option) is { } text ? JsonLiteral.Of(option.Type, text)
        : option.MinLength > 0 ? null
        : option.Type.Name switch
        {
            "list" or "set" => "[]",
            "dictionary" => "{}",
            _ => null,
        };

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
