using System.Globalization;

namespace Common.Config.Internal.Commands;

/// <summary>Describes options in words, for samples and references.</summary>
internal static class OptionText
{
    public static string Type(CatalogueType type) =>
        type.Name switch
        {
            "list" or "set" => $"{type.Name} of {Type(type.Element!)}",
            "dictionary" => $"dictionary of {Type(type.Element!)}"
                + (type.Key is { } key ? " by " + Type(key) : ""),
            "enum" => (type.IsFlags ? "some of " : "one of ") + string.Join(", ", type.Values),
            "text" => type.Of ?? "text",
            _ => type.Name,
        };

    public static string Default(CatalogueOption option) =>
        option.DefaultList is { } list
            ? list.Count == 0
                ? "none"
                : string.Join(", ", list.Select(OnOneLine))
            : option.Default is { } value
                ? value.Length == 0
                    ? "empty"
                    : OnOneLine(value)
                : string.Join(
                    ' ',
                    (option.DefaultSource ?? "").Split(
                        (char[]?)null,
                        StringSplitOptions.RemoveEmptyEntries
                    )
                );

    /// <summary>Writes a value with characters that cannot be shown as JSON does.</summary>
    private static string OnOneLine(string value) =>
        value.Any(char.IsControl) ? JsonLiteral.Quote(value) : value;

    /// <summary>The rules, each as the end of a sentence after "it must".</summary>
    public static IEnumerable<string> Rules(CatalogueOption option)
    {
        if (option.Minimum is not null)
        {
            yield return (option.MinimumIsExclusive ? "above " : "at least ") + option.Minimum;
            yield return (option.MaximumIsExclusive ? "below " : "at most ") + option.Maximum;
        }

        if (option.Allowed.Count > 0)
        {
            yield return "one of " + string.Join(", ", option.Allowed);
        }

        if (option.Pattern is not null)
        {
            yield return "matches " + option.Pattern;
        }

        var what = option.Type.Name is "string" or "secret" ? "characters" : "elements";
        if (option.MinLength is { } minimum)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"at least {minimum} {what}");
        }

        if (option.MaxLength is { } maximum)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"at most {maximum} {what}");
        }

        if (option.IsUrl)
        {
            yield return "begins with http://, https:// or ftp://";
        }
    }
}
