#nullable enable
using System.Threading.Tasks;
using Common.Context;
using Microsoft.AspNetCore.Http;

namespace Inventory.Incubator.Web;

/// <summary>Puts both request IDs into every answer, whoever writes it and whatever clears it before.</summary>
internal static class ResponseIds
{
    public static void Promise(HttpResponse response, RequestContext context) =>
        response.OnStarting(
            static state =>
            {
                var (response, context) = ((HttpResponse, RequestContext))state;
                response.Headers[ContextHeaders.RequestId] = context.RequestId.ToString();
                response.Headers[ContextHeaders.GlobalRequestId] =
                    context.GlobalRequestId.ToString();
                return Task.CompletedTask;
            },
            (response, context)
        );
}
