namespace Common.Analyzers.Config;

/// <summary>Says what can be a path of the configuration.</summary>
internal static class ConfigPath
{
    private const string Names = ":*";

    /// <summary>Says whether a text is the path of a section, or of a section of many names: <c>Partners:*</c>.</summary>
    public static bool IsSection(string path) =>
        IsKey(
            path.EndsWith(Names, StringComparison.Ordinal)
                ? path.Substring(0, path.Length - Names.Length)
                : path
        );

    /// <summary>Says whether a text is a whole key.</summary>
    public static bool IsKey(string path) =>
        path.Split(':')
            .All(segment =>
                segment.Length > 0 && segment != "*" && !segment.Any(char.IsWhiteSpace)
            );
}
