namespace Common.Analyzers.Config;

/// <summary>The kinds of values in a JSON file.</summary>
internal enum JsonValueKind
{
    Object,
    List,
    Text,
    Number,
    Literal,
}
