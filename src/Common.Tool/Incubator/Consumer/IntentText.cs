using System.Text;
using System.Text.Json;

namespace Common.Tool.Incubator.Consumer;

/// <summary>Edits the text of <c>common.json</c> where it must, and leaves comments and layout as they are.</summary>
internal static class IntentText
{
    /// <summary>Writes the first text.</summary>
    public static string Create(string rootNamespace) =>
        $$"""
            {
              "schema": 1,
              "rootNamespace": "{{rootNamespace}}",
              "modules": {}
            }

            """.ReplaceLineEndings("\n");

    /// <summary>Adds a module to <c>modules</c>.</summary>
    public static string Add(string text, string module)
    {
        var entries = Entries(text, out var start, out var end);
        if (start < 0)
        {
            return $"{text[..end]},\n  \"modules\": {{\n    \"{module}\": {{}}\n  }}{text[end..]}";
        }

        if (entries.Count > 0)
        {
            var last = entries[^1].End;
            return $"{text[..last]},\n    \"{module}\": {{}}{text[last..]}";
        }

        var inside = text[(start + 1)..end].TrimEnd();
        return $"{text[..(start + 1)]}{inside}\n    \"{module}\": {{}}\n  {text[end..]}";
    }

    /// <summary>Removes a module from <c>modules</c>.</summary>
    public static string Remove(string text, string module)
    {
        var entries = Entries(text, out var start, out var end);
        var index = entries.FindIndex(entry => entry.Name == module);
        if (index < 0)
        {
            return text;
        }

        if (entries.Count == 1)
        {
            var tail = text[entries[0].End..end].TrimStart().TrimStart(',').Trim();
            return tail.Length == 0
                ? text[..(start + 1)] + text[end..]
                : text[..entries[0].Start] + tail + text[end..];
        }

        return index == 0
            ? text[..entries[0].Start] + text[entries[1].Start..]
            : text[..entries[index - 1].End] + text[entries[index].End..];
    }

    // Without modules, start is -1, and the last field of the file ends at end.
    private static List<(string Name, int Start, int End)> Entries(
        string text,
        out int start,
        out int end
    )
    {
        var bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var mark = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        int Chars(long offset) => Encoding.UTF8.GetCharCount(bytes, 0, (int)offset) + mark;

        var entries = new List<(string, int, int)>();
        (start, end) = (-1, -1);
        var reader = new Utf8JsonReader(
            bytes,
            new JsonReaderOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
            }
        );
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (!reader.ValueTextEquals("modules"))
            {
                reader.Skip();
                end = Chars(reader.BytesConsumed);
                continue;
            }

            reader.Read();
            start = Chars(reader.TokenStartIndex);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                var from = Chars(reader.TokenStartIndex);
                reader.Skip();
                entries.Add((name, from, Chars(reader.BytesConsumed)));
            }

            end = Chars(reader.TokenStartIndex);
            break;
        }

        return entries;
    }
}
