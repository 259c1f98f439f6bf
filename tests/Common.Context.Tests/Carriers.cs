using System.Diagnostics.Metrics;
using System.Net;
using Common.Time.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Common.Context.Tests;

/// <summary>A carrier with its options, a counter that a test moves, and what its meter counted.</summary>
internal sealed class Carriers : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, long> _counts = [];

    public Carriers(
        IReadOnlyList<string>? networks = null,
        bool identity = true,
        IReadOnlyList<string>? hosts = null,
        bool traceToOthers = true,
        Action<ContextPolicy>? policy = null
    )
    {
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(
                Options.Create(
                    new TrustOptions
                    {
                        Networks = [.. (networks ?? []).Select(n => PeerNetwork.Parse(n))],
                        Identity = identity,
                    }
                )
            )
            .AddSingleton(
                Options.Create(
                    new EgressOptions
                    {
                        Hosts = [.. (hosts ?? []).Select(h => HostPattern.Parse(h))],
                        TraceToOthers = traceToOthers,
                    }
                )
            )
            .AddCommonContext(policy)
            .BuildServiceProvider();
        var factory = _services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(
            (instrument, count, tags, _) =>
            {
                var key = $"{instrument.Name} {tags[0].Key}={tags[0].Value}";
                _counts[key] = _counts.GetValueOrDefault(key) + count;
            }
        );
        _listener.Start();
        Carrier = _services.GetRequiredService<ContextCarrier>();
    }

    public static PeerInfo Loopback { get; } = new() { Address = IPAddress.Loopback };

    public ManualTime Time { get; } = new(1000);

    public ContextCarrier Carrier { get; }

    public IReadOnlyDictionary<string, long> Counts => _counts;

    public ReceivedContext Receive(PeerInfo peer, params (string Name, string Value)[] headers) =>
        Carrier.Receive(new HeaderLines(headers), peer);

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }
}
