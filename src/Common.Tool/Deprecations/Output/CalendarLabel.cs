namespace Common.Tool.Deprecations.Output;

/// <summary>Shortens what a row of the calendar is about to what fits beside it.</summary>
internal static class CalendarLabel
{
    private const int Length = 50; // characters that fit
    private static readonly string[] Modifiers =
    [
        "abstract",
        "const",
        "extern",
        "override",
        "readonly",
        "sealed",
        "static",
        "virtual",
        "volatile",
    ];

    /// <summary>A type or member without its namespace, its parameters and its result; any other name as it is.</summary>
    public static string Of(string surface, string name)
    {
        var text = surface == "api" ? Member(name) : name;
        return text.Length <= Length ? text : text[..(Length - 1)] + "…";
    }

    private static string Member(string name)
    {
        var text = name.Split(" -> ")[0].Split(" = ")[0];
        while (text.Split(' ') is [var first, _, ..] && Modifiers.Contains(first.TrimStart('~')))
        {
            text = text[(first.Length + 1)..];
        }

        var open = text.IndexOf('(', StringComparison.Ordinal);
        var path = open < 0 ? text : text[..open];
        var parts = Parts(path);
        // What a member belongs to tells more than where that is.
        if (parts[^1].IndexOf('<', StringComparison.Ordinal) is > 0 and var angle)
        {
            parts[^1] = parts[^1][..angle] + "<…>";
        }

        var kept = string.Join('.', parts.TakeLast(IsMember(name) ? 2 : 1));
        return open < 0 ? kept : kept + "(…)";
    }

    private static bool IsMember(string name) =>
        name.Contains('(', StringComparison.Ordinal)
        || name.Contains(" -> ", StringComparison.Ordinal);

    // Dots inside angle brackets part nothing.
    private static List<string> Parts(string path)
    {
        var parts = new List<string> { "" };
        var depth = 0;
        foreach (var c in path)
        {
            depth += c switch
            {
                '<' => 1,
                '>' => -1,
                _ => 0,
            };
            if (c == '.' && depth == 0)
            {
                parts.Add("");
            }
            else
            {
                parts[^1] += c;
            }
        }

        return parts;
    }
}
