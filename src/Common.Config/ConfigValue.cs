namespace Common.Config;

/// <summary>A configured option, or a part of one, with every source that gives it a value.</summary>
/// <param name="Key">The whole present key.</param>
/// <param name="Sources">The sources, the one that decides first; at least one.</param>
public sealed record ConfigValue(string Key, IReadOnlyList<ConfigValueSource> Sources);
