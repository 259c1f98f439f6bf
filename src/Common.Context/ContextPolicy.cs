namespace Common.Context;

/// <summary>What a service decides in code about whom it trusts and whom it tells. Configuration decides the rest.</summary>
public sealed class ContextPolicy
{
    /// <summary>Decides about a peer before its network does.</summary>
    /// <value>
    /// Gives the trust, or <see langword="null"/> to leave it to the networks of <see cref="TrustOptions"/>. Such a policy may
    /// also believe the identity of a forwarded request. It must be thread-safe. <see langword="null"/>, by default.
    /// </value>
    public Func<PeerInfo, PeerTrust?>? TrustPeer { get; set; }

    /// <summary>Decides about a host before its name does.</summary>
    /// <value>
    /// Gives how much goes to a host, or <see langword="null"/> to leave it to the hosts of <see cref="EgressOptions"/>. It must
    /// be thread-safe. <see langword="null"/>, by default.
    /// </value>
    public Func<string, Egress?>? SendTo { get; set; }
}
