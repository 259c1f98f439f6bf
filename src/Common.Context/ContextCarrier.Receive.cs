using System.Diagnostics;
using Common.Context.Internal;

namespace Common.Context;

public sealed partial class ContextCarrier
{
    /// <summary>Makes the context of a request that came in.</summary>
    /// <typeparam name="THeaders">How the headers are read; a struct, so that nothing is allocated.</typeparam>
    /// <param name="headers">The headers.</param>
    /// <param name="peer">Who sent them.</param>
    /// <returns>The context, which always has a fresh local ID, and what was refused. Refused headers are counted already.</returns>
    public ReceivedContext Receive<THeaders>(THeaders headers, PeerInfo peer)
        where THeaders : IHeaderReader => Receive(headers, _trust.Decide(ref headers, peer));

    /// <inheritdoc cref="Receive{THeaders}(THeaders, PeerInfo)"/>
    public ReceivedContext Receive(DictionaryHeaders headers, PeerInfo peer)
    {
        var collected = default(CollectedHeaders);
        headers.Collect(ref collected);
        return Receive(ref collected, _trust.Decide(ref collected, peer));
    }

    /// <inheritdoc cref="Receive{THeaders}(THeaders, PeerInfo)"/>
    public ReceivedContext Receive(MessageHeaders headers, PeerInfo peer)
    {
        var collected = default(CollectedHeaders);
        headers.Collect(ref collected);
        return Receive(ref collected, _trust.Decide(ref collected, peer));
    }

    /// <summary>Makes the context of a request, a message or a job record whose sender's trust is known already.</summary>
    /// <typeparam name="THeaders">How the headers are read; a struct, so that nothing is allocated.</typeparam>
    /// <param name="headers">The headers.</param>
    /// <param name="trust">How much of them is believed: what only services of one's own may write to can be believed whole.</param>
    /// <returns>The context, which always has a fresh local ID, and what was refused. Refused headers are counted already.</returns>
    public ReceivedContext Receive<THeaders>(THeaders headers, PeerTrust trust)
        where THeaders : IHeaderReader
    {
        var asked = CollectedHeaders.Ask(ref headers, trust);
        return Receive(ref asked, trust);
    }

    /// <inheritdoc cref="Receive{THeaders}(THeaders, PeerTrust)"/>
    public ReceivedContext Receive(DictionaryHeaders headers, PeerTrust trust)
    {
        var collected = default(CollectedHeaders);
        headers.Collect(ref collected);
        return Receive(ref collected, trust);
    }

    /// <inheritdoc cref="Receive{THeaders}(THeaders, PeerTrust)"/>
    public ReceivedContext Receive(MessageHeaders headers, PeerTrust trust)
    {
        var collected = default(CollectedHeaders);
        headers.Collect(ref collected);
        return Receive(ref collected, trust);
    }

    /// <summary>Says how much of what a peer sends is believed.</summary>
    /// <typeparam name="THeaders">How the headers are read; a struct, so that nothing is allocated.</typeparam>
    /// <param name="headers">The headers, of which only those count that say that the request was forwarded.</param>
    /// <param name="peer">Who sent them.</param>
    /// <returns>What the policy of the service says, else what the configuration says.</returns>
    public PeerTrust TrustOf<THeaders>(THeaders headers, PeerInfo peer)
        where THeaders : IHeaderReader => _trust.Decide(ref headers, peer);

    private ReceivedContext Receive(ref CollectedHeaders headers, PeerTrust trust)
    {
        var reader = new ContextReader(ref headers, _meter, _timeProvider);
        var globalId = reader.ReadId(ReadHeader.GlobalRequestId);
        var senderId = reader.ReadId(ReadHeader.RequestId);
        var activity = NewTrace.CurrentActivity;
        var offered = reader.ReadTraceParent();
        var context =
            trust >= PeerTrust.Ids
                ? Believe(
                    ref reader,
                    trust,
                    FirstOf(globalId, senderId, new RequestId(offered.High, offered.Low)),
                    offered,
                    activity
                )
                : Doubt(ref reader, offered, activity);
        return new ReceivedContext(context, trust, reader.Refused);
    }

    /// <summary>The context of a stranger's request: a trace and an ID of its own, and nobody's identity.</summary>
    private static RequestContext Doubt(
        ref ContextReader reader,
        OfferedTrace offered,
        Activity? activity
    ) =>
        new()
        {
            Trace = NewTrace.Begin(offered.Number, activity),
            OfferedTraceId = offered.IsNone ? default : offered.Number.ToTraceId(),
            Deadline = reader.ReadDeadline(),
        };

    private static RequestContext Believe(
        ref ContextReader reader,
        PeerTrust trust,
        RequestId globalId,
        OfferedTrace offered,
        Activity? activity
    )
    {
        var id = RequestId.New(out var span);
        return new RequestContext(
            id,
            globalId.IsNone ? id : globalId,
            NewTrace.Continue(offered, activity, span),
            !offered.IsNone,
            trust >= PeerTrust.Identity,
            ref reader
        );
    }

    private static RequestId FirstOf(RequestId globalId, RequestId senderId, RequestId traceId) =>
        !globalId.IsNone ? globalId
        : !senderId.IsNone ? senderId
        : traceId;
}
