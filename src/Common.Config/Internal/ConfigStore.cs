using Microsoft.Extensions.Configuration;

namespace Common.Config.Internal;

/// <summary>Holds the options of one host: read from its configuration at first use, all at once.</summary>
internal sealed class ConfigStore(
    IConfiguration configuration,
    ConfigRegistry registry,
    IServiceProvider services
)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Type, int> _indexes = registry
        .Sections.Select((section, index) => (section.OptionsType, index))
        .ToDictionary(pair => pair.OptionsType, pair => pair.index);
    private volatile ConfigSnapshot? _current;

    /// <summary>The options as they are now.</summary>
    public ConfigSnapshot Current => _current ?? Load();

    public int IndexOf(Type options) =>
        _indexes.TryGetValue(options, out var index)
            ? index
            : throw new InvalidOperationException($"{options} is no registered section.");

    public object Get(int index, string name) => Current.Get(index, name);

    private ConfigSnapshot Load()
    {
        lock (_lock)
        {
            return _current ??= ConfigSnapshot.Read(
                registry,
                ConfigLayers.Of(configuration),
                services
            );
        }
    }
}
