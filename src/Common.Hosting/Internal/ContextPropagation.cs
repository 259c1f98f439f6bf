using Common.Context;
using Microsoft.Extensions.Http;

namespace Common.Hosting.Internal;

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
            builder.AdditionalHandlers.Add(new ContextHttpHandler(carrier, builder.PrimaryHandler));
        };
}
