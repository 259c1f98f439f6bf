using Common.Abstractions;

namespace Common.Context;

/// <summary>Which peers may name the global request ID, the trace and the identity of a request.</summary>
/// <remarks>Nobody is trusted by default, the service's own machine included.</remarks>
[ConfigSection("Common:Context:Trust")]
public sealed partial class TrustOptions
{
    /// <summary>The networks whose peers are trusted.</summary>
    /// <value>Addresses or networks in CIDR notation, such as <c>10.0.0.0/8</c>, <c>::1</c>. Empty, by default.</value>
    public IReadOnlyList<PeerNetwork> Networks { get; init; } = [];

    /// <summary>Whether peers in these networks may also say who asks: user, domain, tenant and roles.</summary>
    /// <value><see langword="true"/>, by default. Never taken from a request that was forwarded.</value>
    public bool Identity { get; init; } = true;
}
