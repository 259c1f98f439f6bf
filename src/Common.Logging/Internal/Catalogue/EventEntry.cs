using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Common.Logging.Internal.Catalogue;

/// <summary>One event of the catalogue that is embedded in an assembly.</summary>
internal sealed record EventEntry(
    int Id,
    string Name,
    string Kind,
    string Level,
    string Summary,
    IReadOnlyList<EventEntryField> Fields,
    bool HasException,
    string? DeprecatedSince,
    string? Replacement,
    string? DeprecationReason,
    string Assembly
)
{
    /// <summary>The fields as one text: <c>order_id: integer, total: number, exception</c>.</summary>
    public string FieldsText =>
        string.Join(
            ", ",
            Fields
                .Select(declared => $"{declared.Name}: {declared.Type}")
                .Concat(HasException ? ["exception"] : Array.Empty<string>())
        );

    /// <summary>The summary, with the deprecation if there is one.</summary>
    public string SummaryText =>
        DeprecatedSince is null ? Summary
        : Replacement is not null
            ? $"{Summary} (deprecated since {DeprecatedSince}; use {Replacement})"
        : DeprecationReason is not null
            ? $"{Summary} (deprecated since {DeprecatedSince}: {DeprecationReason})"
        : $"{Summary} (deprecated since {DeprecatedSince})";

    /// <summary>Reads an entry.</summary>
    /// <param name="json">The JSON object that the generator wrote.</param>
    /// <param name="assembly">The assembly that declares the event.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(
        string json,
        string assembly,
        [NotNullWhen(true)] out EventEntry? entry
    )
    {
        entry = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var isDeprecated = root.TryGetProperty("deprecated", out var deprecated);
            entry = new EventEntry(
                root.GetProperty("id").GetInt32(),
                Text(root, "name"),
                Text(root, "kind"),
                Text(root, "level"),
                Text(root, "summary"),
                [
                    .. root.GetProperty("fields")
                        .EnumerateArray()
                        .Select(field => new EventEntryField(
                            Text(field, "name"),
                            Text(field, "type")
                        )),
                ],
                root.GetProperty("exception").GetBoolean(),
                isDeprecated ? Text(deprecated, "since") : null,
                isDeprecated ? deprecated.GetProperty("replacement").GetString() : null,
                isDeprecated && deprecated.TryGetProperty("reason", out var reason)
                    ? reason.GetString()
                    : null,
                assembly
            );
            return true;
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? string.Empty;
}
