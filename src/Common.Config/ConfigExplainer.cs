using Common.Config.Internal;
using Common.Config.Internal.Commands;

namespace Common.Config;

/// <summary>Says of every option what it is, where that came from, and what it overrode. Secrets are masked.</summary>
/// <remarks>Registered by <c>AddCommonConfig</c>. Thread-safe.</remarks>
public sealed class ConfigExplainer
{
    private readonly ConfigStore _store;

    internal ConfigExplainer(ConfigStore store) => _store = store;

    /// <summary>Explains the options as they were last read without errors.</summary>
    /// <returns>
    /// The configured options in the order of their keys, then those that have their defaults. An option that has changed but waits for
    /// a restart says what is in use meanwhile.
    /// </returns>
    /// <exception cref="ConfigException">The configuration is wrong; only before the service has started.</exception>
    public IReadOnlyList<ConfigValue> Explain() =>
        Explanation.Of(_store.LastRead, _store.Current.Loaded);
}
