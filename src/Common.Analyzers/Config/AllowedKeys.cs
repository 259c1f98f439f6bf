namespace Common.Analyzers.Config;

/// <summary>The unknown keys that the files themselves let stand: <c>Common:Config:AllowedUnknownKeys</c>.</summary>
internal sealed class AllowedKeys(IReadOnlyCollection<string> patterns)
{
    private const string Option = "Common:Config:AllowedUnknownKeys";

    /// <summary>Takes the patterns of all files: which of them are read together is the service's to say.</summary>
    public static AllowedKeys Of(IEnumerable<JsonValue> roots) =>
        new([
            .. roots
                .SelectMany(root => Values(root, Option))
                .SelectMany(list => list.Elements)
                .Select(pattern => pattern.Text),
        ]);

    /// <summary>Says whether a key may stand, or something within it: the service looks at whole keys only.</summary>
    public bool Contains(string key) =>
        patterns.Any(pattern =>
            pattern.Equals(key, StringComparison.OrdinalIgnoreCase)
            || pattern.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase)
            || (
                pattern.EndsWith(":*", StringComparison.Ordinal)
                && key.StartsWith(
                    pattern.Substring(0, pattern.Length - 1),
                    StringComparison.OrdinalIgnoreCase
                )
            )
        );

    private static IEnumerable<JsonValue> Values(JsonValue value, string path) =>
        value.Members.SelectMany(member =>
            member.Name.Equals(path, StringComparison.OrdinalIgnoreCase) ? [member.Value]
            : path.StartsWith(member.Name + ":", StringComparison.OrdinalIgnoreCase)
                ? Values(member.Value, path.Substring(member.Name.Length + 1))
            : []
        );
}
