#nullable enable
using System;
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
            // The boundary is outermost, so nothing has put an address from a header here.
            new PeerInfo { Address = http.Connection.RemoteIpAddress, Source = http }
        );
        var context = received.Context;
        return received with
        {
            Context = context with
            {
                Deadline = context.Deadline.Shorten(options.Current.RequestLimit, time),
            },
        };
    }
}
