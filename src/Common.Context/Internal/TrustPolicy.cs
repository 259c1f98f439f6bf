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

    public PeerTrust Decide<THeaders>(THeaders headers, PeerInfo peer)
        where THeaders : IHeaderReader
    {
        var isKnown = Contains(peer.Address);
        if (!isKnown && _own is null)
        {
            return PeerTrust.Stranger;
        }

        if (!peer.IsForwarded && IsForwarded(headers))
        {
            peer = peer with { IsForwarded = true };
        }

        return _own?.Invoke(peer) is { } own ? own
            : !isKnown ? PeerTrust.Stranger
            : peer.IsForwarded ? PeerTrust.Ids
            : _trustOfNetworks;
    }

    private static bool IsForwarded<THeaders>(THeaders headers)
        where THeaders : IHeaderReader =>
        headers.GetValues("Forwarded").Count != 0
        || headers.GetValues("X-Forwarded-For").Count != 0
        || headers.GetValues("X-Original-For").Count != 0; // what a middleware makes of X-Forwarded-For

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
