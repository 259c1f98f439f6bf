using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Common.Config.Internal.Reloading;

/// <summary>What makes a service read its configuration again: files that changed and came to rest, and SIGHUP.</summary>
internal sealed class ReloadTriggers : IDisposable
{
    private readonly ConfigStore _store;
    private readonly FileWatch _watch;
    private readonly ITimer _timer;
    private readonly PosixSignalRegistration? _hangup;
    private int _looking;

    private ReloadTriggers(ConfigStore store, FileWatch watch, TimeSpan period, TimeProvider time)
    {
        _store = store;
        _watch = watch;
        _timer = time.CreateTimer(_ => Look(), state: null, period, period);
        // Of a terminal SIGHUP means that the terminal is gone, and the service is to go with it.
        if (!OperatingSystem.IsWindows() && Console.IsInputRedirected)
        {
            _hangup = PosixSignalRegistration.Create(
                PosixSignal.SIGHUP,
                signal =>
                {
                    signal.Cancel = true;
                    Forget();
                    _store.Reload();
                }
            );
        }
    }

    public static ReloadTriggers Start(
        ConfigStore store,
        IConfiguration configuration,
        IServiceProvider services
    )
    {
        var options = store.Current.Get<ReloadOptions>(store.IndexOf(typeof(ReloadOptions)));
        return new ReloadTriggers(
            store,
            new FileWatch(() =>
                ConfigLayers
                    .Own(configuration)
                    .SelectMany(provider => provider.Files)
                    .Concat(store.SecretFiles)
            ),
            options.QuietPeriod.ToTimeSpan(),
            services.GetService<TimeProvider>() ?? TimeProvider.System
        );
    }

    /// <summary>Tells that the files were read for another reason than that they have changed.</summary>
    public void Forget() => _watch.Forget();

    public void Dispose()
    {
        _timer.Dispose();
        _hangup?.Dispose();
    }

    private void Look()
    {
        // A slow look must not be overtaken by the next one.
        if (Interlocked.Exchange(ref _looking, 1) == 1)
        {
            return;
        }

        try
        {
            if (_watch.HasChanged())
            {
                _store.Reload();
            }
        }
        finally
        {
            Volatile.Write(ref _looking, 0);
        }
    }
}
