#nullable enable
using System;
using System.Diagnostics;
using Common.Config;
using Common.Context;
using Microsoft.AspNetCore.Http;

namespace Inventory.Incubator.Web;

/// <summary>Makes the context of a request from its headers and from who sent it.</summary>
internal sealed class RequestReceiver(
    ContextCarrier carrier,
    Live<WebOptions> options,
    TimeProvider time
)
{
    /// <summary>Gives the context, which ends by the sender's deadline or by our own limit, whichever comes first.</summary>
    public ReceivedContext Receive(HttpContext http)
    {
        var received = carrier.Receive(
            new RequestHeaderReader(http.Request.Headers),
            TrustOf(http)
        );
        var context = received.Context;
        if (context.OfferedTraceId != default)
        {
            // The one thing that leads from our trace to the one of a stranger.
            Activity.Current?.SetTag("offered_trace_id", context.OfferedTraceId.ToHexString());
        }

        return received with
        {
            Context = context with
            {
                Deadline = context.Deadline.Shorten(options.Current.RequestLimit, time),
            },
        };
    }

    /// <summary>Says how far the sender is believed. The first call decides: afterwards a middleware may have written another address.</summary>
    public PeerTrust TrustOf(HttpContext http)
    {
        if (http.Features.Get<PeerDecision>() is { } decided)
        {
            return decided.Trust;
        }

        var trust = carrier.TrustOf(
            new RequestHeaderReader(http.Request.Headers),
            new PeerInfo { Address = http.Connection.RemoteIpAddress, Source = http }
        );
        http.Features.Set(PeerDecision.For(trust));
        return trust;
    }
}
