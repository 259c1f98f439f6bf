namespace Common.Analyzers.Config;

/// <summary>A property of a JSON object with the place of its name.</summary>
internal sealed class JsonMember(string name, int start, int end, JsonValue value)
{
    public string Name { get; } = name;

    public int Start { get; } = start;

    public int End { get; } = end;

    public JsonValue Value { get; } = value;
}
