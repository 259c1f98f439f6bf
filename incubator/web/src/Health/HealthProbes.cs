using System;
using System.Text;
using System.Threading.Tasks;
using Common.Config;
using Microsoft.AspNetCore.Http;

namespace Common.Incubator.Web;

/// <summary>Answers the probes from what is known already: a probe runs no check, writes no record, and so waits for nobody.</summary>
internal sealed class HealthProbes(
    RequestDelegate next,
    HealthWatch watch,
    Live<HealthOptions> options
)
{
    private static readonly byte[] Healthy = Encoding.ASCII.GetBytes("Healthy\n");
    private static readonly byte[] Unhealthy = Encoding.ASCII.GetBytes("Unhealthy\n");

    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            return next(http);
        }

        var path = http.Request.Path.Value;
        return path == options.Current.LivePath ? AnswerAsync(http, isWell: true)
            : path == options.Current.ReadyPath ? AnswerAsync(http, watch.IsReady)
            : next(http);
    }

    private static Task AnswerAsync(HttpContext http, bool isWell)
    {
        var response = http.Response;
        var body = isWell ? Healthy : Unhealthy;
        response.StatusCode = isWell
            ? StatusCodes.Status200OK
            : StatusCodes.Status503ServiceUnavailable;
        response.Headers.CacheControl = "no-store";
        response.ContentType = "text/plain";
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }
}
