using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;

namespace Common.Tool.Deprecations.Uses;

/// <summary>Finds configuration keys in JSON files.</summary>
internal static class SettingsUses
{
    /// <summary>Finds them.</summary>
    /// <param name="scope">The project.</param>
    /// <param name="items">What goes away.</param>
    /// <param name="problem">Takes what is wrong with a file that can't be read to its end.</param>
    public static IReadOnlyList<Use> Find(
        ProjectScope scope,
        IReadOnlyList<DeprecatedItem> items,
        Action<string> problem
    )
    {
        var keys = items
            .Where(i => i.Surface == "config")
            .Select(i => (Item: i, Segments: i.Name.Split(':')))
            .ToList();
        var uses = new List<Use>();
        if (keys.Count == 0)
        {
            return uses;
        }

        foreach (var file in scope.Project.Settings())
        {
            try
            {
                var text = File.ReadAllBytes(file);
                foreach (var (path, index) in Properties(text))
                {
                    var segments = path.Split(':');
                    uses.AddRange(
                        keys.Where(k => Fits(k.Segments, segments))
                            .Select(k =>
                                scope.UseAt(k.Item, file, PositionOf(text, index)) with
                                {
                                    Manual = "no code fix edits settings",
                                }
                            )
                    );
                }
            }
            catch (JsonException exception)
            {
                problem(
                    $"{scope.Relative(file)}({(exception.LineNumber ?? 0) + 1}): this is not JSON, and what follows is not looked at"
                );
            }
        }

        return uses;
    }

    // A star stands for the name of a named section.
    private static bool Fits(string[] key, string[] path) =>
        key.Length == path.Length
        && key.Zip(path)
            .All(s =>
                s.First == "*" || s.First.Equals(s.Second, StringComparison.OrdinalIgnoreCase)
            );

    private static List<(string Path, int Index)> Properties(byte[] text)
    {
        var found = new List<(string, int)>();
        var skipped = text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        var reader = new Utf8JsonReader(
            text.AsSpan(skipped),
            new JsonReaderOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
            }
        );
        var path = new Stack<string>(); // of each open object or array, what its members begin with
        var name = "";
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = path.Peek() + reader.GetString();
                    found.Add((name, skipped + (int)reader.TokenStartIndex));
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    path.Push(path.Count == 0 ? "" : name + ":");
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    name = path.Pop().TrimEnd(':');
                    break;
            }
        }

        return found;
    }

    private static LinePosition PositionOf(byte[] text, int index)
    {
        var before = text.AsSpan(0, index);
        var start = before.LastIndexOf((byte)'\n') + 1;
        return new LinePosition(
            before.Count((byte)'\n'),
            Encoding.UTF8.GetCharCount(before[start..])
        );
    }
}
