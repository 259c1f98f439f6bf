using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Common.Hosting.Internal.Commands;

/// <summary>Sees when a host of this process is built, as the platform's own tools do, which look into services that they don't start.</summary>
internal sealed class BuiltHost
    : IObserver<DiagnosticListener>,
        IObserver<KeyValuePair<string, object?>>,
        IDisposable
{
    private readonly Action<IServiceProvider> _then;
    private readonly List<IDisposable> _subscriptions = [];

    private BuiltHost(Action<IServiceProvider> then) => _then = then;

    /// <summary>Calls back within the building of each host, before anybody else has it.</summary>
    /// <returns>Ends the watch when disposed.</returns>
    public static IDisposable Watch(Action<IServiceProvider> then)
    {
        var host = new BuiltHost(then);
        host._subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(host));
        return host;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "HostBuilt", Value: IHost host })
        {
            _then(host.Services);
        }
    }

    public void OnCompleted()
    {
        // A listener that ends has nothing more to say.
    }

    public void OnError(Exception error)
    {
        // Listeners report none.
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
