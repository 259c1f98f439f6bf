#nullable enable
using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Common.Context;
using Common.Exceptions;
using Microsoft.AspNetCore.Http;

namespace Inventory.Incubator.Web;

/// <summary>Answers with a problem document (RFC 9457).</summary>
internal static class ProblemResponse
{
    public static Task WriteAsync(
        HttpContext http,
        RequestFailure failure,
        RequestId requestId,
        CancellationToken caller
    )
    {
        var response = http.Response;
        if (failure.Thrown is not null)
        {
            response.Clear();
        }
        else if (response.ContentLength is not null || response.ContentType is not null)
        {
            return Task.CompletedTask; // the service has written an answer of its own
        }

        response.StatusCode = failure.Status;
        if (caller.IsCancellationRequested)
        {
            return Task.CompletedTask; // nobody is left to read it
        }

        if (failure.Error.RetryAfter is { } pause)
        {
            response.Headers.RetryAfter = Math.Ceiling(Math.Max(0, pause.TotalSeconds))
                .ToString(CultureInfo.InvariantCulture);
        }

        response.Headers.CacheControl = "no-store";
        response.ContentType = ProblemDocument.MediaType;
        var body = ProblemDocument.From(failure.Error, requestId, failure.Status).ToUtf8Bytes();
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, caller).AsTask();
    }
}
