using System.Diagnostics;
using System.Diagnostics.Metrics;
using Common.Context.Internal;
using Microsoft.Extensions.Options;

namespace Common.Context;

/// <summary>Reads a context from the headers of a request, a message or a job record, and writes it to them.</summary>
/// <remarks>
/// What is read depends on how far the peer is trusted, what is written on the host. One for each service; thread-safe.
/// </remarks>
public sealed partial class ContextCarrier
{
    private readonly TrustPolicy _trust;
    private readonly EgressPolicy _egress;
    private readonly ContextMeter _meter;
    private readonly TimeProvider _timeProvider;

    /// <summary>Makes a carrier.</summary>
    /// <param name="trust">Whom the configuration trusts.</param>
    /// <param name="egress">Whom the configuration tells.</param>
    /// <param name="policy">What the service decides in code.</param>
    /// <param name="meters">Makes the meter that counts refused headers.</param>
    /// <param name="timeProvider">Whose counter deadlines run on.</param>
    public ContextCarrier(
        IOptions<TrustOptions> trust,
        IOptions<EgressOptions> egress,
        ContextPolicy policy,
        IMeterFactory meters,
        TimeProvider timeProvider
    )
    {
        _trust = new TrustPolicy(trust.Value, policy);
        _egress = new EgressPolicy(egress.Value, policy);
        _meter = new ContextMeter(meters);
        _timeProvider = timeProvider;
        ClientPropagator = new EgressPropagator(_egress);
    }

    /// <summary>What the platform's clients write beside the carrier.</summary>
    internal DistributedContextPropagator ClientPropagator { get; }

    /// <summary>Says how much of a context goes to a host.</summary>
    /// <param name="host">The name or address of the host, without a port.</param>
    /// <returns>What the policy of the service says, else what the configuration says.</returns>
    public Egress EgressTo(string host) => _egress.Decide(host);
}
