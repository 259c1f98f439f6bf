namespace Common.Context;

/// <summary>How much of what a peer sends is believed.</summary>
public enum PeerTrust
{
    /// <summary>Nothing but the deadline, which can only shorten the work. The request gets an ID and a trace of its own.</summary>
    Stranger = 0,

    /// <summary>The global request ID, the trace, baggage, and the wish for details in the log.</summary>
    Ids = 1,

    /// <summary>In addition who asks: user, domain, tenant, roles, on whose behalf, and whether it may only read.</summary>
    Identity = 2,
}
