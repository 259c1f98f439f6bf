using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Common.Exceptions.Internal.Catalogue;

/// <summary>One error of the catalogue that is embedded in an assembly.</summary>
internal sealed record ErrorEntry(
    string Code,
    string Kind,
    int Status,
    string Message,
    IReadOnlyList<ErrorEntryField> Fields,
    bool HasErrors,
    bool HasRetryAfter,
    string? DeprecatedSince,
    string? Replacement,
    string? DeprecationReason,
    string Assembly
)
{
    /// <summary>The fields as one text: <c>order_id: integer, errors</c>.</summary>
    public string FieldsText =>
        string.Join(
            ", ",
            (IEnumerable<string>)
                [
                    .. Fields.Select(f => $"{f.Name}: {f.Type}"),
                    .. HasErrors ? ["errors"] : Array.Empty<string>(),
                    .. HasRetryAfter ? ["retry_after"] : Array.Empty<string>(),
                ]
        );

    /// <summary>The message, with the deprecation if there is one.</summary>
    public string MessageText =>
        DeprecatedSince is null ? Message
        : Replacement is not null
            ? $"{Message} (deprecated since {DeprecatedSince}; use {Replacement})"
        : DeprecationReason is not null
            ? $"{Message} (deprecated since {DeprecatedSince}: {DeprecationReason})"
        : $"{Message} (deprecated since {DeprecatedSince})";

    /// <summary>Reads an entry.</summary>
    /// <param name="json">The JSON object that the generator wrote.</param>
    /// <param name="assembly">The assembly that declares the error.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(
        string json,
        string assembly,
        [NotNullWhen(true)] out ErrorEntry? entry
    )
    {
        entry = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var isDeprecated = root.TryGetProperty("deprecated", out var deprecated);
            entry = new ErrorEntry(
                Text(root, "code"),
                Text(root, "kind"),
                root.GetProperty("status").GetInt32(),
                Text(root, "message"),
                [
                    .. root.GetProperty("fields")
                        .EnumerateArray()
                        .Select(field => new ErrorEntryField(
                            Text(field, "name"),
                            Text(field, "type")
                        )),
                ],
                root.GetProperty("errors").GetBoolean(),
                root.GetProperty("retry_after").GetBoolean(),
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
