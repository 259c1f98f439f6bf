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
        where THeaders : IHeaderReader
    {
        var isKnown = Contains(peer.Address);
        if (!isKnown && _own is null)
        {
            return PeerTrust.Stranger;
        }

        if (!peer.IsForwarded && IsForwarded(ref headers))
        {
            peer = peer with { IsForwarded = true };
        }

        return _own?.Invoke(peer) is { } own ? own
            : !isKnown ? PeerTrust.Stranger
            : peer.IsForwarded ? PeerTrust.Ids
            : _trustOfNetworks;
    }

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
