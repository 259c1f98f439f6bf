using Common.Config.Internal;
using Common.Config.Internal.Commands;

namespace Common.Config;

/// <summary>Says of every configured option what it is, where that came from, and what it overrode. Secrets are masked.</summary>
/// <remarks>Registered by <c>AddCommonConfig</c>. Thread-safe.</remarks>
public sealed class ConfigExplainer
{
    private readonly ConfigStore _store;

    internal ConfigExplainer(ConfigStore store) => _store = store;

    /// <summary>Explains the options as they were last read.</summary>
    /// <returns>The configured options, in the order of their keys; those that have their defaults are not among them.</returns>
    /// <exception cref="ConfigException">The configuration is wrong; only before the service has started.</exception>
    public IReadOnlyList<ConfigValue> Explain()
    {
        var loaded = _store.Current.Loaded;
        return Explanation.Of(loaded.Registry.Plan, loaded.Layers);
    }
}
