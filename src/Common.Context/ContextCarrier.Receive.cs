using System.Collections.Immutable;
using System.Diagnostics;
using Common.Context.Internal;
using Common.Time;

namespace Common.Context;

public sealed partial class ContextCarrier
{
    /// <summary>Makes the context of a request that came in.</summary>
    /// <typeparam name="THeaders">How the headers are read; a struct, so that nothing is allocated.</typeparam>
    /// <param name="headers">The headers.</param>
    /// <param name="peer">Who sent them.</param>
    /// <returns>The context, which always has a fresh local ID, and what was refused. Refused headers are counted already.</returns>
    public ReceivedContext Receive<THeaders>(THeaders headers, PeerInfo peer)
        where THeaders : IHeaderReader
    {
        if (!peer.IsForwarded && IsForwarded(headers))
        {
            peer = peer with { IsForwarded = true };
        }

        return Receive(headers, _trust.Decide(peer));
    }

    /// <summary>Makes the context of a message or a job record whose sender is known in another way than by its address.</summary>
    /// <typeparam name="THeaders">How the headers are read; a struct, so that nothing is allocated.</typeparam>
    /// <param name="headers">The headers.</param>
    /// <param name="trust">How much of them is believed: what only services of one's own may write to can be believed whole.</param>
    /// <returns>The context, which always has a fresh local ID, and what was refused. Refused headers are counted already.</returns>
    public ReceivedContext Receive<THeaders>(THeaders headers, PeerTrust trust)
        where THeaders : IHeaderReader
    {
        var refusals = new Refusals(_meter);
        var globalId = ReadId(headers, ContextHeaders.GlobalRequestId, ref refusals);
        var senderId = ReadId(headers, ContextHeaders.RequestId, ref refusals);
        var offered = ReadTraceParent(headers, ref refusals);
        var isTrusted = trust >= PeerTrust.Ids;
        var id = RequestId.New();
        var context = new RequestContext(
            id,
            isTrusted ? FirstOf(globalId, senderId, offered.TraceId, id) : id
        )
        {
            Deadline = ReadDeadline(headers, ref refusals),
        };
        return new ReceivedContext(
            Complete(context, headers, trust, offered, ref refusals),
            trust,
            refusals.ToImmutable()
        );
    }

    private static RequestContext Complete<THeaders>(
        RequestContext context,
        THeaders headers,
        PeerTrust trust,
        TraceParent offered,
        ref Refusals refusals
    )
        where THeaders : IHeaderReader
    {
        if (trust < PeerTrust.Ids)
        {
            var own = NewTrace.Begin(offered.TraceId);
            return context with
            {
                TraceId = own.TraceId,
                SpanId = own.SpanId,
                TraceFlags = own.Flags,
                OfferedTraceId = offered.TraceId,
            };
        }

        var trace = NewTrace.Continue(offered);
        var traceState = offered == default ? null : ReadTraceState(headers, ref refusals);
        var isVerbose = ReadSwitch(headers, ContextHeaders.Verbose, ref refusals);
        var baggage = ReadBaggage(headers, ref refusals);
        return trust < PeerTrust.Identity
            ? context with
            {
                TraceId = trace.TraceId,
                SpanId = trace.SpanId,
                TraceFlags = trace.Flags,
                TraceState = traceState,
                IsVerbose = isVerbose,
                Baggage = baggage,
            }
            : context with
            {
                TraceId = trace.TraceId,
                SpanId = trace.SpanId,
                TraceFlags = trace.Flags,
                TraceState = traceState,
                IsVerbose = isVerbose,
                Baggage = baggage,
                User = ReadName(headers, ContextHeaders.User, ref refusals),
                Domain = ReadName(headers, ContextHeaders.Domain, ref refusals),
                Tenant = ReadTenant(headers, ref refusals),
                Roles = ReadRoles(headers, ref refusals),
                OnBehalfOf = ReadName(headers, ContextHeaders.OnBehalfOf, ref refusals),
                IsReadOnly = ReadSwitch(headers, ContextHeaders.ReadOnly, ref refusals),
            };
    }

    private static bool IsForwarded<THeaders>(THeaders headers)
        where THeaders : IHeaderReader =>
        headers.GetValues("Forwarded").Count != 0
        || headers.GetValues("X-Forwarded-For").Count != 0
        || headers.GetValues("X-Original-For").Count != 0; // what a middleware makes of X-Forwarded-For

    private static RequestId FirstOf(
        RequestId globalId,
        RequestId senderId,
        ActivityTraceId traceId,
        RequestId localId
    )
    {
        if (!globalId.IsNone)
        {
            return globalId;
        }

        if (!senderId.IsNone)
        {
            return senderId;
        }

        return traceId != default && RequestId.TryParse(traceId.ToHexString(), out var fromTrace)
            ? fromTrace
            : localId;
    }

    private static RequestId ReadId<THeaders>(THeaders headers, string name, ref Refusals refusals)
        where THeaders : IHeaderReader
    {
        var values = headers.GetValues(name);
        if (values.Count == 0)
        {
            return default;
        }

        var id = RequestId.None;
        if (values.Count != 1 || !RequestId.TryParse(values[0], out id))
        {
            refusals.Add(name, values);
        }

        return id;
    }

    private static TraceParent ReadTraceParent<THeaders>(THeaders headers, ref Refusals refusals)
        where THeaders : IHeaderReader
    {
        var values = headers.GetValues(ContextHeaders.TraceParent);
        if (values.Count == 0)
        {
            return default;
        }

        TraceParent parent = default;
        if (values.Count != 1 || !TraceParent.TryParse(values[0], out parent))
        {
            refusals.Add(ContextHeaders.TraceParent, values);
        }

        return parent;
    }

    private static string? ReadTraceState<THeaders>(THeaders headers, ref Refusals refusals)
        where THeaders : IHeaderReader
    {
        var values = headers.GetValues(ContextHeaders.TraceState);
        if (values.Count == 0)
        {
            return null;
        }

        if (!TraceStateText.TryRead(values, out var state))
        {
            refusals.Add(ContextHeaders.TraceState, values);
        }

        return state;
    }

    private static Baggage ReadBaggage<THeaders>(THeaders headers, ref Refusals refusals)
        where THeaders : IHeaderReader
    {
        var values = headers.GetValues(ContextHeaders.Baggage);
        if (values.Count == 0)
        {
            return Baggage.Empty;
        }

        if (Baggage.TryParse(values.ToString(), out var baggage))
        {
            return baggage;
        }

        refusals.Add(ContextHeaders.Baggage, values);
        return Baggage.Empty;
    }

    private Deadline ReadDeadline<THeaders>(THeaders headers, ref Refusals refusals)
        where THeaders : IHeaderReader
    {
        var values = headers.GetValues(ContextHeaders.Deadline);
        if (values.Count == 0)
        {
            return default;
        }

        var deadline = Deadline.None;
        if (values.Count != 1 || !Deadline.TryParse(values[0], _timeProvider, out deadline))
        {
            refusals.Add(ContextHeaders.Deadline, values);
        }

        return deadline;
    }

    private static bool ReadSwitch<THeaders>(THeaders headers, string name, ref Refusals refusals)
        where THeaders : IHeaderReader
    {
        var values = headers.GetValues(name);
        if (values.Count == 0)
        {
            return false;
        }

        if (values.Count == 1 && values[0] is "0" or "1")
        {
            return values[0] == "1";
        }

        refusals.Add(name, values);
        return false;
    }

    private static string? ReadName<THeaders>(THeaders headers, string name, ref Refusals refusals)
        where THeaders : IHeaderReader
    {
        var values = headers.GetValues(name);
        if (values.Count == 0)
        {
            return null;
        }

        if (values.Count == 1 && HeaderText.TryDecode(values[0]!, out var text))
        {
            return text;
        }

        refusals.Add(name, values);
        return null;
    }

    private static TenantPath ReadTenant<THeaders>(THeaders headers, ref Refusals refusals)
        where THeaders : IHeaderReader
    {
        var values = headers.GetValues(ContextHeaders.Tenant);
        if (values.Count == 0)
        {
            return default;
        }

        var tenant = TenantPath.None;
        if (values.Count != 1 || !TenantPath.TryParse(values[0], out tenant))
        {
            refusals.Add(ContextHeaders.Tenant, values);
        }

        return tenant;
    }

    private static ImmutableArray<string> ReadRoles<THeaders>(
        THeaders headers,
        ref Refusals refusals
    )
        where THeaders : IHeaderReader
    {
        var values = headers.GetValues(ContextHeaders.Roles);
        if (values.Count == 0)
        {
            return [];
        }

        if (values.Count == 1 && RoleList.TryDecode(values[0]!, out var roles))
        {
            return roles;
        }

        refusals.Add(ContextHeaders.Roles, values);
        return [];
    }
}
