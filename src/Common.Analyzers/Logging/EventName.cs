namespace Common.Analyzers.Logging;

/// <summary>The form of an event's name: words of lower-case letters, digits and underscores, joined by dots; at least two.</summary>
internal static class EventName
{
    public static bool IsValid(string name)
    {
        var words = name.Split('.');
        return words.Length >= 2 && words.All(SnakeCase.Is);
    }
}
