using System.Text.Json;
using Common.Analyzers.Lifecycle.Record;

namespace Common.Tool.Release;

/// <summary>What others rely on in an event or an error, beside its name: its number, its kind, and each field with its type.</summary>
/// <remarks>
/// Each is an item of the record, such as <c>order.completed id=1042</c>, so that a change is a removal: alarms and searches rely on an
/// event's, callers on an error's. They last as long as the event or error is stable; once that is deprecated, it alone counts.
/// </remarks>
internal static class DeclaredShape
{
    private static readonly string[] Surfaces = ["event", "error"];

    /// <summary>The event or error and its parts.</summary>
    public static IEnumerable<RecordItem> Items(RecordItem item, JsonElement entry)
    {
        yield return item;
        if (item.Deprecation is not null)
        {
            yield break;
        }

        if (entry.TryGetProperty("id", out var id))
        {
            yield return Part(item, "id=" + id.GetRawText());
        }

        if (entry.TryGetProperty("kind", out var kind))
        {
            yield return Part(item, "kind=" + kind.GetString());
        }

        if (entry.TryGetProperty("fields", out var fields))
        {
            foreach (var field in fields.EnumerateArray())
            {
                yield return Part(
                    item,
                    $"field {field.GetProperty("name").GetString()}: {field.GetProperty("type").GetString()}"
                );
            }
        }
    }

    /// <summary>Whether an item that was shipped is the part of an event or error that is stable no more, which is told of that itself.</summary>
    public static bool IsOver(
        RecordItem item,
        IReadOnlyDictionary<(string, string), RecordItem> items
    ) =>
        Surfaces.Contains(item.Surface)
        && item.Name.IndexOf(' ', StringComparison.Ordinal) is var end and > 0
        && items.GetValueOrDefault((item.Surface, item.Name[..end]))
            is null
                or { Deprecation: not null };

    private static RecordItem Part(RecordItem item, string part) =>
        new(item.Surface, $"{item.Name} {part}");
}
