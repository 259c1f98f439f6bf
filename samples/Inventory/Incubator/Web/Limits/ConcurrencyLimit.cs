#nullable enable
using System;
using System.Threading;
using System.Threading.Tasks;
using Common.Config;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inventory.Incubator.Web;

/// <summary>Refuses requests when too many are being worked on: a quick answer helps the caller more than a late one.</summary>
internal sealed class ConcurrencyLimit(RequestDelegate next, Live<WebLimitOptions> limits)
{
    private static readonly Duration Pause = Duration.FromSeconds(1);

    private int _running;

    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        try
        {
            if (Interlocked.Increment(ref _running) > limits.Current.Requests)
            {
                // Not thrown: under load that would cost more than what is refused.
                http.Features.Set(new CaughtException(WebErrors.Overloaded(Pause)));
                return;
            }

            await next(http).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
