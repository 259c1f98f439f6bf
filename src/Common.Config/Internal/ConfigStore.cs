using Common.Config.Binding;
using Common.Config.Internal.Reading;
using Common.Config.Internal.Reloading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;

namespace Common.Config.Internal;

/// <summary>Holds the options of one host: read from its configuration at first use, and again when it changes, all at once.</summary>
internal sealed class ConfigStore(
    IConfiguration configuration,
    ConfigRegistry registry,
    IServiceProvider services
) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Type, int> _indexes = registry
        .Sections.Select((section, index) => (section.OptionsType, index))
        .ToDictionary(pair => pair.OptionsType, pair => pair.index);
    private readonly ConfigNews _news = new();
    private readonly ConfigHandlers _handlers = new();
    private volatile ConfigSnapshot? _current;
    private Loaded? _start;
    private ReloadTriggers? _triggers;
    private IDisposable? _subscription;

    /// <summary>The options as they are now.</summary>
    public ConfigSnapshot Current => _current ?? Load();

    private ILogger Logger =>
        services.GetService<ILoggerFactory>()?.CreateLogger("Common.Config") ?? NullLogger.Instance;

    public int IndexOf(Type options) =>
        _indexes.TryGetValue(options, out var index)
            ? index
            : throw new InvalidOperationException($"{options} is no registered section.");

    public IDisposable OnChange(int index, Action<ConfigSnapshot> handler) =>
        _handlers.Add(index, handler);

    /// <summary>Checks everything before the service starts, tells what is no error, and begins to look for changes.</summary>
    /// <exception cref="ConfigException">Anything is wrong.</exception>
    public void Start()
    {
        var context = new BindContext();
        Current.FinishAll(context);
        context.ThrowIfWrong();
        _news.TellOfStart(Current.Loaded, Logger);
        lock (_lock)
        {
            _triggers ??= ReloadTriggers.Start(this, configuration, services);
        }
    }

    /// <summary>Reads everything again. Either all of it takes effect, or none.</summary>
    public void Reload()
    {
        lock (_lock)
        {
            if (_current is not null)
            {
                Reload(_current);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _triggers?.Dispose();
            _subscription?.Dispose();
        }
    }

    private ConfigSnapshot Load()
    {
        lock (_lock)
        {
            if (_current is not null)
            {
                return _current;
            }

            var loaded = Loaded.Read(registry, ConfigLayers.Of(configuration));
            loaded.Context.ThrowIfWrong();
            _start = loaded;
            _current = new ConfigSnapshot(loaded, services);
            _subscription = ChangeToken.OnChange(configuration.GetReloadToken, ReloadFromOutside);
            return _current;
        }
    }

    /// <summary>A source of somebody else's changed; our own raise the same token while they are replaced.</summary>
    private void ReloadFromOutside()
    {
        if (!_lock.IsHeldByCurrentThread)
        {
            Reload();
        }
    }

    private void Reload(ConfigSnapshot before)
    {
        var candidates =
            new List<(IReloadedProvider Provider, IReadOnlyList<ConfigLayer> Layers)>();
        ConfigSnapshot after;
        Loaded read;
        try
        {
            var layers = ConfigLayers.Of(
                configuration,
                provider =>
                {
                    var anew = provider.Read();
                    candidates.Add((provider, anew));
                    return anew;
                }
            );
            read = Loaded.Read(registry, layers, UnknownKeyPolicy.Warn);
            read.Context.ThrowIfWrong();
            var pinned = RestartNeeded.Pin(read, _start!);
            after = new ConfigSnapshot(pinned, services);
            pinned.Context.ThrowIfWrong();
            after.FinishAll(pinned.Context);
            pinned.Context.ThrowIfWrong();
        }
        catch (Exception e)
            when (e is ConfigException or IOException or UnauthorizedAccessException)
        {
            ConfigNews.TellOfRefusal(e, Logger);
            return;
        }

        var changes = ConfigChanges.Between(before.Loaded, after.Loaded);
        if (changes.Count > 0)
        {
            _current = after;
        }

        foreach (var (provider, layers) in candidates)
        {
            provider.Replace(layers);
        }

        _news.TellOfReload(read, _start!, changes, Logger);
        if (changes.Count > 0)
        {
            _handlers.Run(changes.Sections, after, e => ConfigEvents.HandlerFailed(Logger, e));
        }
    }
}
