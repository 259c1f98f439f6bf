#nullable enable
using System;
using System.Threading;
using System.Threading.Tasks;
using Common.Abstractions;
using Common.Context;
using Common.Exceptions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Inventory.Incubator.Web;

/// <summary>
/// The outermost middleware: it gives the request its context, answers both request IDs, turns whatever fails into a
/// problem document, and writes the one terminal record.
/// </summary>
internal sealed class RequestBoundary(
    RequestDelegate next,
    RequestReceiver receiver,
    RequestRecord record,
    ErrorMap errors,
    ILogger<ContextCarrier> refusals,
    IHostApplicationLifetime lifetime,
    TimeProvider time
)
{
    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var started = time.GetTimestamp();
        var received = receiver.Receive(http);
        var context = received.Context;
        using var entered = context.Enter();
        received.LogRefused(refusals);
        record.Begin(http, received);
        http.Features.Set(context);
        ResponseIds.Promise(http.Response, context);

        var caller = http.RequestAborted;
        var body = http.Features.Get<IHttpResponseBodyFeature>();
        var failure = await HandleAsync(http, context, caller).ConfigureAwait(false);
        // A stage may have found out since who asks; the record is to say so.
        using var known = (http.Features.Get<RequestContext>() ?? context).Enter();
        if (failure is not null)
        {
            if (failure.Thrown is not null)
            {
                // A stage that puts a body of its own in place may not have come to taking it away.
                http.Features.Set(body);
            }

            failure = await AnswerAsync(http, context, failure, caller).ConfigureAwait(false);
        }

        record.Write(http, failure, time.GetElapsedTime(started));
    }

    private async Task<RequestFailure?> HandleAsync(
        HttpContext http,
        RequestContext context,
        CancellationToken caller
    )
    {
        Exception? thrown = null;
        bool isTimeUp;
        using (var limit = context.Deadline.ToCancellation(caller))
        {
            http.RequestAborted = limit.Token;
#pragma warning disable CA1031 // nothing may escape: whatever it is, it is mapped, told and logged once
            try
            {
                await next(http).ConfigureAwait(false);
            }
            catch (Exception exception)
#pragma warning restore CA1031
            {
                thrown = exception;
            }

            http.RequestAborted = caller;
            // The timer may fire a moment before the counter says so.
            isTimeUp =
                context.Deadline.IsExpired
                || (limit.IsCancellationRequested && !caller.IsCancellationRequested);
        }

        thrown ??= http.Features.Get<CaughtException>()?.Exception;
        if (thrown is not null)
        {
            return FromException(http.Request, thrown, isTimeUp, caller);
        }

        // The binder of a body that breaks off gives up in silence, with a status of success.
        if (caller.IsCancellationRequested && !http.Response.HasStarted)
        {
            return new RequestFailure(
                CommonErrors.RequestCancelled(),
                StatusCodes.Status499ClientClosedRequest
            );
        }

        var status = http.Response.StatusCode;
        return status >= StatusCodes.Status400BadRequest
            ? new RequestFailure(StatusErrors.Of(Math.Min(status, 599)), status)
            : null;
    }

    private RequestFailure FromException(
        HttpRequest request,
        Exception thrown,
        bool isTimeUp,
        CancellationToken caller
    )
    {
        if (UnknownCharset.Is(thrown, request))
        {
            const int status = StatusCodes.Status415UnsupportedMediaType;
            return new RequestFailure(StatusErrors.Of(status, thrown), status, thrown);
        }

        if (
            thrown is BadHttpRequestException { StatusCode: >= 400 and <= 599 } bad
            && !caller.IsCancellationRequested
        )
        {
            return new RequestFailure(
                StatusErrors.Of(bad.StatusCode, bad, BodyErrors.Of(bad)),
                bad.StatusCode,
                bad
            );
        }

        var error = errors.Map(
            thrown,
            new MapScope
            {
                IsDeadlineOver = isTimeUp,
                Caller = caller,
                Stopping = lifetime.ApplicationStopping,
                Phase = thrown is BadHttpRequestException ? WorkPhase.Reading : WorkPhase.Working,
            }
        );
        return new RequestFailure(error, error.Kind.ToHttpStatus(), thrown);
    }

    /// <summary>Tells the caller of a failure.</summary>
    /// <returns>The failure to log: the same, or that nobody could be told of it.</returns>
    private static async Task<RequestFailure> AnswerAsync(
        HttpContext http,
        RequestContext context,
        RequestFailure failure,
        CancellationToken caller
    )
    {
        if (http.Response.HasStarted)
        {
            if (failure.Thrown is not null)
            {
                http.Abort(); // half an answer must not look like a whole one
            }

            return failure;
        }

        try
        {
            await ProblemResponse
                .WriteAsync(http, failure, context.RequestId, caller)
                .ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or System.IO.IOException)
        {
            // The caller went away while it was told; the record says what it would have been.
        }
#pragma warning disable CA1031 // such as of a callback that runs when the answer begins; the server then answers in its own words
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return failure.Error.Kind.ToEventKind() == EventKind.Failed
                ? failure
                : new RequestFailure(
                    CommonErrors.InternalError(exception),
                    StatusCodes.Status500InternalServerError,
                    exception
                );
        }

        return failure;
    }
}
