using System.Text.Json;
using Common.Config.Binding;

namespace Common.Config.Internal.Commands;

/// <summary>Reads the catalogue's JSON.</summary>
internal static class CatalogueReader
{
    public static CatalogueSection Section(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new CatalogueSection(
            Text(root, "section") ?? "",
            Text(root, "class") ?? "",
            Text(root, "help") ?? "",
            [.. root.GetProperty("options").EnumerateArray().Select(Option)]
        )
        {
            RemovedKeys = root.TryGetProperty("removed", out var removed)
                ?
                [
                    .. removed
                        .EnumerateArray()
                        .Select(key => new RemovedKey(
                            Text(key, "path") ?? "",
                            Text(key, "since") ?? "",
                            Text(key, "replacement") ?? ""
                        )),
                ]
                : [],
        };
    }

    private static CatalogueOption Option(JsonElement option) =>
        new(Text(option, "name") ?? "", Type(option), Text(option, "help") ?? "")
        {
            IsRequired = Flag(option, "required"),
            IsNullable = Flag(option, "nullable"),
            IsReloadable = Flag(option, "reloadable"),
            IsAdvanced = Flag(option, "advanced"),
            Default = Masked(option, "default"),
            DefaultList =
                option.TryGetProperty("default", out var value)
                && value.ValueKind == JsonValueKind.Array
                    ? [.. Texts(value).Select(item => Masked(option, item, Text(option, "name")))]
                    : null,
            DefaultSource = Masked(option, "defaultSource"),
            Minimum = Text(option, "minimum"),
            Maximum = Text(option, "maximum"),
            MinimumIsExclusive = Flag(option, "minimumIsExclusive"),
            MaximumIsExclusive = Flag(option, "maximumIsExclusive"),
            Allowed = option.TryGetProperty("allowed", out var allowed) ? Texts(allowed) : [],
            Pattern = Text(option, "pattern"),
            MinLength = Number(option, "minLength"),
            MaxLength = Number(option, "maxLength"),
            IsUrl = Flag(option, "url"),
            DeprecatedKeys = option.TryGetProperty("deprecatedKeys", out var keys)
                ?
                [
                    .. keys.EnumerateArray()
                        .Select(key => new DeprecatedKey(
                            Text(key, "path") ?? "",
                            Text(key, "since") ?? ""
                        )),
                ]
                : [],
            Deprecation = option.TryGetProperty("deprecated", out var deprecated)
                ? $"is deprecated since {Text(deprecated, "since")}"
                    + (Text(deprecated, "replacement") is { } use ? $"; use {use}" : "")
                : null,
        };

    private static CatalogueType Type(JsonElement element) =>
        new(
            Text(element, "type") ?? "",
            element.TryGetProperty("element", out var inner) ? Type(inner) : null,
            Text(element, "class"),
            element.TryGetProperty("values", out var values) ? Texts(values) : [],
            Flag(element, "flags"),
            Text(element, "of")
        )
        {
            Key = element.TryGetProperty("key", out var key) ? Type(key) : null,
        };

    private static List<string> Texts(JsonElement array) =>
        [.. array.EnumerateArray().Select(item => item.GetString() ?? "")];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>A default of the code may hold a secret as well as a file may.</summary>
    private static string? Masked(JsonElement option, string name) =>
        Text(option, name) is { } text ? Masked(option, text, Text(option, "name")) : null;

    private static string Masked(JsonElement option, string text, string? key) =>
        text.Length > 0 && IsText(option) ? ValueMask.Apply(key ?? "", text) : text;

    private static bool IsText(JsonElement option) =>
        Text(option, "type") is "string" or "uri" or "text"
        || (option.TryGetProperty("element", out var element) && IsText(element));

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.TryGetInt32(out var number)
            ? number
            : null;
}
