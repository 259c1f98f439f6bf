using Common.Abstractions;

namespace Common.Context;

/// <summary>Which hosts are told who asks, and under which IDs.</summary>
[ConfigSection("Common:Context:Egress")]
public sealed partial class EgressOptions
{
    /// <summary>The hosts that get the whole context: IDs, identity, tenant, deadline, trace and baggage.</summary>
    /// <value>
    /// Names or addresses without a port, compared without regard to case; <c>*.example.org</c> means every host below, not
    /// <c>example.org</c> itself. Empty, by default.
    /// </value>
    public IReadOnlyList<HostPattern> Hosts { get; init; } = [];

    /// <summary>Whether all other hosts get the <c>traceparent</c>, which holds no identity.</summary>
    /// <value><see langword="true"/>, by default.</value>
    public bool TraceToOthers { get; init; } = true;
}
