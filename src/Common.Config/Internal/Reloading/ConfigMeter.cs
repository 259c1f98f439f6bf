using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Common.Config.Internal.Reloading;

/// <summary>The counter of this package; it counts nothing in a process without meters.</summary>
internal sealed class ConfigMeter
{
    private readonly Counter<long>? _reloads;

    private ConfigMeter(IMeterFactory? factory)
    {
#pragma warning disable CA2000 // the factory owns the meters that it makes
        _reloads = factory
            ?.Create("Common")
            .CreateCounter<long>(
                "common.config.reloads",
                "{reload}",
                "Reloads of the configuration that changed options, or that were refused."
            );
#pragma warning restore CA2000
    }

    /// <summary>The counter on the meters of a host.</summary>
    public static ConfigMeter Of(IServiceProvider services) =>
        new(services.GetService<IMeterFactory>());

    /// <summary>Counts changed configuration that took effect.</summary>
    public void Applied() => Add("applied");

    /// <summary>Counts changed configuration that was wrong.</summary>
    public void Refused() => Add("refused");

    private void Add(string result) =>
        _reloads?.Add(1, new KeyValuePair<string, object?>("result", result));
}
