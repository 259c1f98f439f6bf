namespace Common.Analyzers.Config;

/// <summary>A value of a JSON file with its place.</summary>
internal sealed class JsonValue(JsonValueKind kind, string text, int start, int end)
{
    public JsonValueKind Kind { get; } = kind;

    /// <summary>The text of a string without its quotes and escapes; the characters of a number or literal.</summary>
    public string Text { get; } = text;

    public int Start { get; } = start;

    public int End { get; } = end;

    public List<JsonMember> Members { get; } = [];

    public List<JsonValue> Elements { get; } = [];

    public JsonValue? this[string name] => Members.FirstOrDefault(m => m.Name == name)?.Value;

    public string? TextOf(string name) =>
        this[name] is { Kind: JsonValueKind.Text } v ? v.Text : null;

    public bool IsSet(string name) => this[name]?.Text == "true";
}
