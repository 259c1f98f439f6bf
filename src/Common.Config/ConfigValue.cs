namespace Common.Config;

/// <summary>An option, or a part of one, with every source that gives it a value.</summary>
/// <param name="Key">The whole present key.</param>
/// <param name="Sources">
/// The sources, the one that decides first; at least one. An option that no source names has the one source <c>the default</c>.
/// </param>
public sealed record ConfigValue(string Key, IReadOnlyList<ConfigValueSource> Sources)
{
    /// <summary>What the service uses until it is started again, where the option is not reloadable and has changed since the start.</summary>
    /// <value>The value as text, masked like any other; <see langword="null"/> where the deciding source's value is in use.</value>
    public string? InUse { get; init; }
}
