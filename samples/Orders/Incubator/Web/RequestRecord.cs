#nullable enable
using System;
using Common.Abstractions;
using Common.Context;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Orders.Incubator.Web;

/// <summary>Writes the one record that ends a request (completed, rejected or failed), and a Diagnostic one that begins it.</summary>
internal sealed class RequestRecord(ILogger<RequestRecord> logger)
{
    // A hostile address must not make a long record.
    private const int MaxPathLength = 256;

    /// <summary>Says for those who look closely who asks, how far that is believed, and how long it may take.</summary>
    public void Begin(HttpContext http, ReceivedContext received)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            logger.RequestReceived(
                Cut(http.Request.Method),
                Cut(http.Request.Path.Value ?? ""),
                http.Connection.RemoteIpAddress,
                received.Trust,
                Math.Round(received.Context.Deadline.Remaining.TotalMilliseconds)
            );
        }
    }

    /// <summary>Ends the request.</summary>
    public void Write(HttpContext http, RequestFailure? failure, TimeSpan elapsed)
    {
        var method = Cut(http.Request.Method);
        var path = Cut(http.Request.Path.Value ?? "");
        var duration = Math.Round(elapsed.TotalMilliseconds, 3);
        if (failure is null)
        {
            logger.RequestCompleted(method, path, http.Response.StatusCode, duration);
        }
        else if (failure.Error.Kind.ToEventKind() == EventKind.Rejected)
        {
            logger.RequestRejected(
                method,
                path,
                failure.Status,
                failure.Error.Code,
                failure.Error.Message,
                duration
            );
        }
        else
        {
            logger.RequestFailed(
                method,
                path,
                failure.Status,
                failure.Error.Code,
                duration,
                failure.Thrown
            );
        }
    }

    private static string Cut(string text) =>
        text.Length <= MaxPathLength ? text : string.Concat(text.AsSpan(0, MaxPathLength), "...");
}
