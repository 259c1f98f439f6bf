#nullable enable
using System;
using System.Net.Http;
using Common.Context;
using Microsoft.Extensions.Http;

namespace Inventory.Incubator.Web;

/// <summary>
/// Gives every client of the factory the handler that sends the context on: innermost, so that each attempt of a retry carries the
/// time that is left then.
/// </summary>
internal sealed class ContextPropagation(ContextCarrier carrier) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            builder.AdditionalHandlers.Add(new ContextHandler(carrier));
            if (builder.PrimaryHandler is SocketsHttpHandler sockets)
            {
                // The platform would write a traceparent of its own beside ours, and baggage to everybody.
                sockets.ActivityHeadersPropagator = null;
            }
        };
}
