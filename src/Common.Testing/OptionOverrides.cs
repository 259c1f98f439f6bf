using Common.Testing.Internal;
using Microsoft.Extensions.Configuration;

namespace Common.Testing;

/// <summary>Sets options by key in a test: above all other sources, checked like them at start and at each change, and seen by <c>explain</c>.</summary>
/// <remarks>
/// Add it last to the configuration of the host under test. After the host has started, what is set or taken back is a reload: all or
/// nothing, and only of options that are reloadable. Thread-safe.
/// </remarks>
/// <example><code>
/// var overrides = new OptionOverrides().Set("Orders:Limits:MaxQuantity", "5");
/// builder.Configuration.Add(overrides);
/// </code></example>
public sealed class OptionOverrides : IConfigurationSource
{
    private readonly OptionOverrideProvider _provider = new();

    /// <summary>Sets an option.</summary>
    /// <param name="key">The whole key, such as <c>Orders:Limits:MaxQuantity</c>.</param>
    /// <param name="value">The value as it would stand in a file.</param>
    /// <returns>This, for more.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is <see langword="null"/> or empty.</exception>
    public OptionOverrides Set(string key, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _provider.Change(key, value);
        return this;
    }

    /// <summary>Takes an override back, so that the other sources decide again.</summary>
    /// <param name="key">The whole key.</param>
    /// <returns>This, for more.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is <see langword="null"/> or empty.</exception>
    public OptionOverrides Reset(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _provider.Remove(key);
        return this;
    }

    /// <inheritdoc/>
    IConfigurationProvider IConfigurationSource.Build(IConfigurationBuilder builder) => _provider;
}
