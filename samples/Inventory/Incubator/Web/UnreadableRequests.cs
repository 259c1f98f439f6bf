#nullable enable
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Common.Context;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Inventory.Incubator.Web;

/// <summary>
/// Writes the terminal record of requests that the server refuses before any middleware sees them: a request line or header that
/// is no HTTP, or is too large, or never ends.
/// </summary>
internal sealed class UnreadableRequests(
    DiagnosticListener diagnostics,
    ILogger<UnreadableRequests> logger
) : IHostedService, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string BadRequest = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    private IDisposable? _subscription;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = diagnostics.Subscribe(this, name => name == BadRequest);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (
            value.Key == BadRequest
            && value.Value is IFeatureCollection features
            && features.Get<RequestContext>() is null // the boundary has it, and writes its record
            && features.Get<IBadRequestExceptionFeature>()?.Error is BadHttpRequestException error
        )
        {
            logger.RequestUnreadable(
                error.StatusCode,
                StatusErrors.Of(error.StatusCode).PublicMessage
            );
        }
    }

    public void OnError(Exception error) { }

    public void OnCompleted() { }

    public void Dispose() => _subscription?.Dispose();
}
