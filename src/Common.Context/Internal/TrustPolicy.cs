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

    public PeerTrust Decide(in PeerInfo peer)
    {
        if (_own?.Invoke(peer) is { } own)
        {
            return own;
        }

        if (peer.Address is null || _networks.Length == 0 || !Contains(peer.Address))
        {
            return PeerTrust.Stranger;
        }

        return peer.IsForwarded ? PeerTrust.Ids : _trustOfNetworks;
    }

    private bool Contains(IPAddress address)
    {
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
