using System.Globalization;
using System.Text;

namespace Common.Analyzers.Lifecycle.Record;

/// <summary>The file of what one release of one package shipped: a line an item, with tabs between its parts.</summary>
/// <remarks>
/// <c>api⇥stable⇥N.C</c>, or <c>api⇥deprecated⇥N.C.Old() -> void⇥since=1.2⇥use=New()⇥id=LIBD001</c>. Lines are sorted; the first says the schema.
/// </remarks>
internal static class RecordFile
{
    /// <summary>The first line.</summary>
    public const string Header = "# release record, schema 1";

    private const string HeaderStart = "# release record, schema ";
    private const string Stable = "stable";
    private const string Incubating = "incubating";
    private const string DeprecatedStage = "deprecated";
    private static readonly string[] ConflictMarkers = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

    private static readonly HashSet<string> Surfaces = new(StringComparer.Ordinal)
    {
        RecordItem.Api,
        RecordItem.Limit,
        RecordItem.Trait,
        "config",
        "event",
        "error",
        "header",
        RecordItem.Module,
    };

    /// <summary>Reads a file.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="error">Takes the number of a wrong line, from 0, and what is wrong with it.</param>
    public static IReadOnlyList<RecordItem> Read(
        IReadOnlyList<string> lines,
        Action<int, string> error
    )
    {
        if (lines.Count == 0 || lines[0] != Header)
        {
            error(0, WhyNotHeader(lines.Count == 0 ? "" : lines[0]));
            return [];
        }

        var items = new List<RecordItem>(lines.Count);
        var seen = new HashSet<(string, string)>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Length == 0)
            {
                continue;
            }

            if (ReadLine(lines[i]) is not { } item)
            {
                error(i, WhyNotLine(lines[i]));
            }
            else if (item.Deprecation is { } d && Release.TryParse(d.Since) is null)
            {
                error(i, "a deprecated item must say since=major.minor");
            }
            else if (!seen.Add(item.Key))
            {
                error(i, "the item stands twice");
            }
            else
            {
                items.Add(item);
            }
        }

        return items;
    }

    /// <summary>Writes a file.</summary>
    public static string Write(IEnumerable<RecordItem> items)
    {
        var text = new StringBuilder(Header).Append('\n');
        var sorted = items
            .OrderBy(i => i.Surface, StringComparer.Ordinal)
            .ThenBy(i => i.Name, StringComparer.Ordinal);
        foreach (var item in sorted)
        {
            text.Append(item.Surface).Append('\t');
            text.Append(Stage(item));
            text.Append('\t').Append(Clean(item.Name));
            if (item.Deprecation is { } deprecation)
            {
                Part(text, "since", deprecation.Since);
                Part(text, "use", deprecation.Replacement);
                Part(text, "reason", deprecation.Reason);
                Part(text, "id", item.Id);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Whether a line is one that a merge leaves where it could not decide.</summary>
    public static bool IsConflict(string line) =>
        ConflictMarkers.Any(m => line.StartsWith(m, StringComparison.Ordinal));

    private static string Stage(RecordItem item) =>
        item.Deprecation is not null ? DeprecatedStage
        : item.Surface == RecordItem.Module ? Incubating
        : Stable;

    private static string WhyNotHeader(string line) =>
        IsConflict(line) ? "a merge conflict is not resolved"
        : Schema(line) is > 1 and var schema
            ? $"the file has schema {schema}, and this version reads schema 1: update Common.Analyzers and the tool"
        : $"the first line must be '{Header}'";

    private static int? Schema(string line)
    {
        if (!line.StartsWith(HeaderStart, StringComparison.Ordinal))
        {
            return null;
        }

        var number = line.Substring(HeaderStart.Length);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var schema)
            ? schema
            : null;
    }

    private static string WhyNotLine(string line) =>
        IsConflict(line)
            ? "a merge conflict is not resolved"
            : "a line must be surface, stage and name with tabs between";

    private static RecordItem? ReadLine(string line)
    {
        var parts = line.Split('\t');
        if (
            parts.Length < 3
            || !Surfaces.Contains(parts[0])
            || parts[1] is not (Stable or DeprecatedStage or Incubating)
            || parts[2].Length == 0
        )
        {
            return null;
        }

        string? Value(string key) =>
            parts
                .Skip(3)
                .FirstOrDefault(p => p.StartsWith(key + "=", StringComparison.Ordinal))
                ?.Substring(key.Length + 1);

        var deprecation =
            parts[1] == DeprecatedStage
                ? new Deprecation(Value("since") ?? "", Value("use"), Value("reason"))
                : null;
        return new RecordItem(parts[0], parts[2], deprecation, Value("id"));
    }

    private static void Part(StringBuilder text, string key, string? value)
    {
        if (value is not null)
        {
            text.Append('\t').Append(key).Append('=').Append(Clean(value));
        }
    }

    private static string Clean(string text) =>
        text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
}
