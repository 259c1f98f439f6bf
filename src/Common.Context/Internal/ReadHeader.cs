namespace Common.Context.Internal;

/// <summary>A header that a context, or the trust in its sender, is read from; <see cref="ReadHeaders"/> has its name.</summary>
/// <remarks>In this order: what is read of a stranger, what of a peer whose IDs are believed, what of one whose identity is, the rest.</remarks>
internal enum ReadHeader
{
    GlobalRequestId,
    RequestId,
    TraceParent,
    Deadline,
    TraceState,
    Verbose,
    Baggage,
    User,
    Domain,
    Tenant,
    Roles,
    OnBehalfOf,
    ReadOnly,
    Forwarded,
    ForwardedFor,
    OriginalFor,
}
