#nullable enable
using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Common.Context;

namespace Inventory.Incubator.Web;

/// <summary>Sends the current context on, as much of it as the egress policy gives to the host.</summary>
internal sealed class ContextHandler(ContextCarrier carrier) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (
            RequestContext.Current is { } context
            && request.RequestUri is { IsAbsoluteUri: true } address
        )
        {
            carrier.Send(context, new HttpRequestHeaderWriter(request), address.Host);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
