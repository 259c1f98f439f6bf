using Common.Config.Binding;
using Common.Config.Internal.Explaining;
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
    private readonly ConfigMeter _meter = ConfigMeter.Of(services);
    private readonly ConfigHandlers _handlers = new();
    private readonly LiveViews _views = new();
    private Loaded? _start;
    private volatile Loaded? _lastRead;
    private volatile IReadOnlyList<string> _missingFiles = [];
    private ReloadTriggers? _triggers;
    private IDisposable? _explaining;
    private IDisposable? _subscription;
    private ILogger? _logger;

    /// <summary>The options as they are now.</summary>
    public ConfigSnapshot Current => _views.Snapshot ?? Load();

    /// <summary>What the sources said when they were last read without errors: more than takes effect where options are not reloadable.</summary>
    public Loaded LastRead => _lastRead ?? Current.Loaded;

    /// <summary>The files of secrets to look at: those that were read, and those that a refused change has asked for.</summary>
    public IEnumerable<string> SecretFiles => LastRead.Context.SecretFiles.Concat(_missingFiles);

    private ILogger Logger =>
        _logger ??=
            services.GetService<ILoggerFactory>()?.CreateLogger("Common.Config")
            ?? NullLogger.Instance;

    public int IndexOf(Type options) =>
        _indexes.TryGetValue(options, out var index)
            ? index
            : throw new InvalidOperationException($"{options} is no registered section.");

    /// <summary>Lets somebody keep the options of a section at hand until they change.</summary>
    public void Keep(ILive view) => _views.Keep(view);

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
            _explaining ??= ExplainSignal.Listen(this, () => Logger);
        }
    }

    /// <summary>Reads everything again. Either all of it takes effect, or none.</summary>
    public void Reload() => Reload(static provider => provider.Read());

    public void Dispose()
    {
        lock (_lock)
        {
            _triggers?.Dispose();
            _explaining?.Dispose();
            _subscription?.Dispose();
        }
    }

    private ConfigSnapshot Load()
    {
        lock (_lock)
        {
            if (_views.Snapshot is { } already)
            {
                return already;
            }

            var loaded = Loaded.Read(registry, ConfigLayers.Of(configuration));
            loaded.Context.ThrowIfWrong();
            _start = _lastRead = loaded;
            var snapshot = new ConfigSnapshot(loaded, services);
            _views.Change(snapshot);
            _subscription = ChangeToken.OnChange(configuration.GetReloadToken, ReloadFromOutside);
            return snapshot;
        }
    }

    /// <summary>
    /// A source of somebody else's changed, or the configuration was told to load everything, which our own sources have done then. They
    /// raise the same token while they are replaced.
    /// </summary>
    private void ReloadFromOutside()
    {
        if (!_lock.IsHeldByCurrentThread)
        {
            _triggers?.Forget();
            Reload(static provider => provider.Layers);
        }
    }

    private void Reload(Func<IReloadedProvider, IReadOnlyList<ConfigLayer>> layersOf)
    {
        try
        {
            lock (_lock)
            {
                if (_views.Snapshot is { } before)
                {
                    Reload(before, layersOf);
                }
            }
        }
        catch (ObjectDisposedException)
        {
            // A signal or a file came while the service ends: what is asked for options is gone, and nobody uses new ones.
        }
    }

    private void Reload(
        ConfigSnapshot before,
        Func<IReloadedProvider, IReadOnlyList<ConfigLayer>> layersOf
    )
    {
        var candidates =
            new List<(IReloadedProvider Provider, IReadOnlyList<ConfigLayer> Layers)>();
        ConfigSnapshot after;
        Loaded read;
        IReadOnlyList<int> pending;
        try
        {
            var layers = ConfigLayers.Of(
                configuration,
                provider =>
                {
                    var anew = layersOf(provider);
                    candidates.Add((provider, anew));
                    return anew;
                }
            );
            read = Loaded.Read(registry, layers, UnknownKeyPolicy.Warn, before.Loaded, LastRead);
            _missingFiles = read.Context.MissingFiles;
            read.Context.ThrowIfWrong();
            pending = RestartNeeded.Changed(read, _start!);
            var pinned = RestartNeeded.Pin(read, _start!, before.Loaded, pending);
            pinned.Context.ThrowIfWrong();
            after = new ConfigSnapshot(pinned, services, before);
            after.FinishAll(pinned.Context);
            pinned.Context.ThrowIfWrong();
        }
#pragma warning disable CA1031 // What a validator of the service throws must not end the service either: the last good values stay.
        catch (Exception e)
#pragma warning restore CA1031
        {
            ConfigNews.TellOfRefusal(e, Logger);
            _meter.Refused();
            return;
        }

        _lastRead = read;
        var changes = ConfigChanges.Between(before.Loaded, after.Loaded);
        if (changes.Count > 0)
        {
            _views.Change(after);
        }

        foreach (var (provider, layers) in candidates)
        {
            Replace(provider, layers);
        }

        _news.TellOfReload(read, _start!, pending, changes, Logger);
        if (changes.Count > 0)
        {
            _meter.Applied();
            _handlers.Run(changes.Sections, after, e => ConfigEvents.HandlerFailed(Logger, e));
        }
    }

    private void Replace(IReloadedProvider provider, IReadOnlyList<ConfigLayer> layers)
    {
        try
        {
            provider.Replace(layers);
        }
#pragma warning disable CA1031 // Those who listen to the configuration are the service's and its libraries': one that throws must stop nobody else.
        catch (Exception e)
#pragma warning restore CA1031
        {
            ConfigEvents.HandlerFailed(Logger, e);
        }
    }
}
