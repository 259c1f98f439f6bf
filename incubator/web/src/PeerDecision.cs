using Common.Context;

namespace Common.Incubator.Web;

/// <summary>How far the sender of a request is believed: decided once, and kept with the request.</summary>
internal sealed class PeerDecision
{
    private static readonly PeerDecision Stranger = new(PeerTrust.Stranger);
    private static readonly PeerDecision Ids = new(PeerTrust.Ids);
    private static readonly PeerDecision Identity = new(PeerTrust.Identity);

    private PeerDecision(PeerTrust trust) => Trust = trust;

    public PeerTrust Trust { get; }

    public static PeerDecision For(PeerTrust trust) =>
        trust switch
        {
            PeerTrust.Identity => Identity,
            PeerTrust.Ids => Ids,
            _ => Stranger,
        };
}
