using System.Net;

namespace Common.Context.Internal;

/// <summary>Decides how much of what a peer says is believed.</summary>
internal sealed class TrustPolicy
{
    private readonly PeerNetwork[] _networks;
    private readonly PeerTrust _trustOfNetworks;
    private readonly Func<PeerInfo, PeerTrust?>? _own;

    public TrustPolicy(TrustOptions options, ContextPolicy policy)
    {
        _networks = [.. options.Networks];
        _trustOfNetworks = options.Identity ? PeerTrust.Identity : PeerTrust.Ids;
        _own = policy.TrustPeer;
    }

    public PeerTrust Decide<THeaders>(ref THeaders headers, PeerInfo peer)
        where THeaders : IHeaderReader =>
        MayBelieve(peer, out var isKnown)
            ? Decide(peer, isKnown, peer.IsForwarded || IsForwarded(ref headers))
            : PeerTrust.Stranger;

    public PeerTrust Decide(ref readonly CollectedHeaders headers, PeerInfo peer) =>
        MayBelieve(peer, out var isKnown)
            ? Decide(peer, isKnown, peer.IsForwarded || headers.IsForwarded)
            : PeerTrust.Stranger;

    private PeerTrust Decide(PeerInfo peer, bool isKnown, bool isForwarded) =>
        _own?.Invoke(peer with { IsForwarded = isForwarded }) is { } own ? own
        : !isKnown ? PeerTrust.Stranger
        : isForwarded ? PeerTrust.Ids
        : _trustOfNetworks;

    private static bool IsForwarded<THeaders>(ref THeaders headers)
        where THeaders : IHeaderReader
    {
        foreach (var header in ReadHeaders.OfForwarding)
        {
            if (headers.GetValues(ReadHeaders.NameOf(header)).Count != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says whether a network or the service's own policy may believe the peer, so that its headers need to be looked at.</summary>
    private bool MayBelieve(PeerInfo peer, out bool isKnown)
    {
        isKnown = Contains(peer.Address);
        return isKnown || _own is not null;
    }

    private bool Contains(IPAddress? address)
    {
        if (address is null)
        {
            return false;
        }

        foreach (var network in _networks)
        {
            if (network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }
}
